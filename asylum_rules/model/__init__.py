"""What a rulebook is made of: cases, rules, policies, reforms, answers."""
