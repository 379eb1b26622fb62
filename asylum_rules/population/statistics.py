"""Every document that the figures about people rest on, once. Dates and addresses as known; None where they are not."""

from datetime import date
from typing import Final

from asylum_rules.sources.citation import Document

DASHBOARD_MARCH: Final = Document(
    id="asylumstats-march-2026",
    title="Dashboard of Home Office statistics, year to December 2025 (secondary data file)",
    publisher="asylumstats",
    published=date(2026, 3, 1),
    url="https://github.com/tompickup23/asylumstats",
)
BACKLOG_AUGUST: Final = Document(
    id="asylumstats-backlog-august-2026",
    title="Backlog page on Home Office statistics, year to June 2026 (secondary data file)",
    publisher="asylumstats",
    published=date(2026, 8, 31),
    url=None,
)
GRANTS_2025: Final = Document(
    id="home-office-granted-2025",
    title="Immigration system statistics, year ending December 2025: granted asylum; the asylum system",
    publisher="Home Office",
    published=date(2026, 2, 26),
    url=(
        "https://www.gov.uk/government/statistics/immigration-system-statistics-year-ending-december-2025/"
        "how-many-people-are-granted-asylum-in-the-uk"
    ),
)
NEWS_DIGEST: Final = Document(
    id="hy-law-statistics-2026",
    title="Summaries of government immigration news, to 6 October 2026 (secondary data file)",
    publisher="H&Y Law",
    published=date(2026, 10, 6),
    url=None,
)
CLAIMS_REPORT: Final = Document(
    id="eastern-eye-claims-2025",
    title="Report on asylum claims and arrivals in 2025",
    publisher="Eastern Eye",
    published=date(2026, 2, 27),
    url="https://www.easterneye.biz/asylum-claims-fall-channel-arrivals-rise/",
)
ENTRY_NOTE: Final = Document(
    id="free-movement-september-2025",
    title="Note on the asylum statistics of the year to September 2025",
    publisher="Free Movement",
    published="November 2025",
    url="https://freemovement.org.uk/?p=232458",
)
DETAILED_DATA: Final = Document(
    id="humaniverse-asylum",
    title="R package of the Home Office's detailed data to September 2024 (our sums over it)",
    publisher="humaniverse",
    published=date(2025, 11, 27),
    url="https://github.com/humaniverse/asylum",
)
APPEALS_REPORT: Final = Document(
    id="harpia-appeals-2025",
    title="Report on the Refugee Council's count of appeals outstanding at the start of 2025",
    publisher="Harpia News",
    published="2025",
    url="https://harpianews.com/round-42000-uk-are-ready-for-the-enchantment-of-asylum-seekers/",
)
SUPPORT_PAGE: Final = Document(
    id="migrantdata-support",
    title="Asylum support, to the first quarter of 2026",
    publisher="migrantdata.uk",
    published="2026",
    url="https://migrantdata.uk/asylum-support",
)
HANSARD_WORK: Final = Document(
    id="hansard-17-november-2025",
    title="Debate on asylum policy, 17 November 2025",
    publisher="House of Commons, by Parallel Parliament",
    published=date(2025, 11, 17),
    url=(
        "https://parallelparliament.co.uk/mp/stella-creasy/debate/Commons/2025-11-17/debates/"
        "A9C59B8C-EB0D-4BA7-B8D3-F0B0A53A2DB0/AsylumPolicy"
    ),
)
EARNINGS_REPORT: Final = Document(
    id="compas-earnings-2019",
    title="Report on the work and pay of asylum migrants, 2010 to 2017",
    publisher="COMPAS, by FE News",
    published=date(2019, 4, 25),
    url="https://fenews.co.uk/?p=28767",
)
