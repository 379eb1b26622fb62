"""What a person or a program is handed: tables, Markdown, JSON, timelines, case files."""
