"""Every document that a rule cites, once. Dates and addresses as known; None where they are not."""

from datetime import date
from typing import Final

from asylum_rules.sources.citation import Citation, Confidence, Document


def high(document: Document, at: str | None = None, *, hedge: str | None = None) -> Citation:
    """Primary text, or two independent accounts that agree."""
    return Citation(document, at, Confidence.HIGH, hedge)


def medium(document: Document, at: str | None = None, *, hedge: str | None = None) -> Citation:
    """One secondary account."""
    return Citation(document, at, Confidence.MEDIUM, hedge)


# The Immigration Rules, and guidance on leave and settlement

PROTECTION_ROUTE_GUIDANCE: Final = Document(
    id="protection-route-guidance-2023",
    title="Permission to stay on a protection route, version 2.0",
    publisher="Home Office",
    published=date(2023, 7, 17),
    url="https://www.gov.uk/government/publications/permission-to-stay-on-a-protection-route-caseworker-guidance",
)
REFUGEE_SETTLEMENT_BRIEFING: Final = Document(
    id="free-movement-refugee-settlement",
    title="Briefing: indefinite leave to remain for people with refugee status or humanitarian protection",
    publisher="Free Movement",
    published=None,
    url="https://freemovement.org.uk/refugee-settlement-uk",
)
LORDS_LIBRARY_INTEGRATION: Final = Document(
    id="lords-library-integration-2024",
    title="Integration of newly recognised refugees",
    publisher="House of Lords Library",
    published="January 2024",
    url="https://lordslibrary.parliament.uk/integration-of-newly-recognised-refugees",
)
APPENDIX_SETTLEMENT_PROTECTION: Final = Document(
    id="appendix-settlement-protection-2026",
    title="Immigration Rules, Appendix Settlement Protection, as recorded by a policy tracker",
    publisher="Home Office, recorded by Free Movement",
    published=date(2026, 4, 29),
    url=(
        "https://policies.freemovement.org.uk/change/2026-04-29/"
        "guidance_immigration-rules_immigration-rules-appendix-settlement-protection"
    ),
)
SETTLEMENT_PROTECTION_INSTRUCTION: Final = Document(
    id="settlement-protection-instruction",
    title="Settlement protection, asylum policy instruction, version 6.0",
    publisher="Home Office",
    published=date(2026, 1, 27),
    url="https://www.gov.uk/government/publications/settlement-protection-asylum-policy-instruction",
)
PART_SUITABILITY_TEXT: Final = Document(
    id="angelov-part-suitability",
    title="Part Suitability (quotes SUI 1.1 to 1.3)",
    publisher="Angelov Law",
    published=None,
    url="https://angelov.law/en/part-suitability",
)
PART_SUITABILITY_NOTE: Final = Document(
    id="ein-part-suitability",
    title="New Part Suitability",
    publisher="Electronic Immigration Network",
    published=None,
    url="https://www.ein.org.uk/blog/new-suitability-rules",
)
SETTLEMENT_GUIDE: Final = Document(
    id="cohen-refugee-settlement",
    title="Refugee settlement",
    publisher="Danielle Cohen",
    published=None,
    url="https://daniellecohenimmigration.com/asylum-applications/refugee-settlement",
)
SETTLEMENT_PROCEDURE_2010: Final = Document(
    id="nr-centre-settlement-2010",
    title="Refugee settlement procedure",
    publisher="NR Centre",
    published=date(2010, 7, 21),
    url="https://nrcentre.org.uk",
)
FEW_CONDITIONS_NOTE: Final = Document(
    id="lex-legal-refugee-policy",
    title="The UK's new refugee policy",
    publisher="Lex Legal",
    published="November 2025",
    url="https://lexlegal.com/?p=7830",
)
SAFE_RETURN_ANSWER: Final = Document(
    id="written-answer-67904",
    title="Written answer 67904 on safe return reviews",
    publisher="Home Office, in Parliament",
    published=date(2017, 3, 21),
    url="https://www.parallelparliament.co.uk/question/67904/asylum",
)
HC_1691_ARTICLE: Final = Document(
    id="free-movement-hc-1691",
    title="Statement of changes HC 1691: what it does to protection",
    publisher="Free Movement, as carried by TM Legis",
    published="March 2026",
    url="https://tmlegis.co.uk/blog/immigration-law-90ba447d",
)
RULES_2026_GUIDE: Final = Document(
    id="solicitors-firm-2026",
    title="UK asylum rules 2026",
    publisher="Solicitors Firm",
    published="2026",
    url="https://www.solicitorsfirm.com/uk-asylum-rules-change-march-2026/",
)
WORDING_CHANGE_ARTICLE: Final = Document(
    id="phb-wording-change",
    title="A small wording change can signal a big policy shift (on guidance of 14 April 2026)",
    publisher="PHB",
    published="2026",
    url="https://www.phb.co.uk/article/a-small-wording-change-can-signal-a-big-policy-shift/",
)
WORK_AND_STUDY_ARTICLE: Final = Document(
    id="paragon-work-and-study",
    title="Protection Work and Study route",
    publisher="Paragon Law",
    published="2026",
    url="https://www.paragonlaw.co.uk",
)
STATUS_TEMPORARY_REPORT: Final = Document(
    id="newsdrum-status-temporary",
    title="Refugee status becomes temporary",
    publisher="PTI, carried by NewsDrum",
    published=date(2026, 3, 2),
    url="https://www.newsdrum.in",
)
RESETTLEMENT_STATUS_NOTE: Final = Document(
    id="reset-ukrs-status-2022",
    title="Indefinite leave to remain: changes to status for the UK Resettlement Scheme",
    publisher="Reset UK",
    published=date(2022, 4, 7),
    url="https://training-resetuk.org/resettlement/indefinite-leave-to-remain-changes-to-status-for-ukrs",
)
LAW_FIRM_NEWS: Final = Document(
    id="hy-law-news-2026",
    title="Summaries of government immigration news, to 6 October 2026",
    publisher="H&Y Law (secondary data file)",
    published=date(2026, 10, 6),
    url=None,
)

# The proposals of November 2025

RESTORING_ORDER: Final = Document(
    id="ein-restoring-order",
    title="Restoring Order and Control (policy paper of 17 November 2025), as quoted",
    publisher="Electronic Immigration Network",
    published=date(2025, 11, 17),
    url="https://www.ein.org.uk/news/sweeping-asylum-reforms-detailed-major-new-home-office-policy-paper",
)
STUDY_ROUTE_REPORT: Final = Document(
    id="times-higher-study-route",
    title="New study route for refugees (quotes the policy paper)",
    publisher="Times Higher Education, mirrored",
    published=date(2025, 11, 17),
    url=None,
)
GMIAU_FIRST_READING: Final = Document(
    id="gmiau-what-we-know",
    title="What we know so far about the asylum proposals",
    publisher="Greater Manchester Immigration Aid Unit",
    published=date(2025, 11, 18),
    url="https://gmiau.org",
)
FREE_MOVEMENT_PAPER: Final = Document(
    id="free-movement-restoring-order",
    title="Home Secretary announces major asylum and other changes in new policy paper",
    publisher="Free Movement",
    published="November 2025",
    url=(
        "https://freemovement.org.uk/home-secretary-announces-major-asylum-and-other-changes-"
        "in-new-policy-paper-restoring-order-and-control"
    ),
)
SETTLEMENT_PLANS_NOTE: Final = Document(
    id="migration-yorkshire-plans",
    title="Asylum and settlement plans",
    publisher="Migration Yorkshire",
    published=None,
    url="https://www.migrationyorkshire.org.uk/uk/asylum-and-settlement-plans",
)
EARNED_SETTLEMENT_NOTE: Final = Document(
    id="laan-earned-settlement",
    title="Note on the settlement consultation (CP 1448)",
    publisher="Liverpool Access to Advice Network",
    published=date(2025, 12, 5),
    url="https://liverpoolaccesstoadvicenetwork.org.uk",
)
NRPF_EARNED_SETTLEMENT: Final = Document(
    id="nrpf-earned-settlement",
    title="Earned settlement consultation",
    publisher="NRPF Network",
    published=date(2026, 1, 15),
    url="https://nrpfnetwork.org.uk/news/earned-settlement-consultation",
)
SETTLEMENT_CALCULATOR: Final = Document(
    id="settlement-calculator-source",
    title="Source of a settlement calculator: a third party's reading of CP 1448",
    publisher="secondary data file",
    published=None,
    url=None,
)
PRACTICE_CALCULATOR: Final = Document(
    id="practice-calculator-readme",
    title="Description of a practice calculator for CP 1448",
    publisher="secondary data file",
    published=None,
    url=None,
)
PRESS_EXPRESS: Final = Document(
    id="seed-000",
    title="French plans to push migrant boats back to shore (press article)",
    publisher="press, late November 2025",
    published="November 2025",
    url=None,
)

# Asylum support

ACT_1999_95: Final = Document(
    id="iaa-1999-s95",
    title="Immigration and Asylum Act 1999, section 95",
    publisher="legislation.gov.uk",
    published="1999",
    url="https://legislation.gov.uk/ukpga/1999/33/section/95/2005-10-05/data.html",
)
RECEPTION_REGULATIONS: Final = Document(
    id="reception-conditions-2005",
    title="Asylum Seekers (Reception Conditions) Regulations 2005, SI 2005/7",
    publisher="legislation.gov.uk",
    published="2005",
    url="http://www.legislation.gov.uk/uksi/2005/7/body/made",
)
ASAP_NOTE: Final = Document(
    id="asap-restoring-order",
    title="What the government's plans might mean for asylum support",
    publisher="Asylum Support Appeals Project, on Housing Rights",
    published="late 2025",
    url=(
        "https://housing-rights.info/news/"
        "restoring-order-and-control-what-the-governments-plans-might-mean-for-asylum-support"
    ),
)
LORDS_SCRUTINY: Final = Document(
    id="ein-slsc-support",
    title="Lords committee on the new asylum support measures",
    publisher="Electronic Immigration Network",
    published="March 2026",
    url=(
        "https://www.ein.org.uk/news/"
        "lords-secondary-legislation-committee-concerned-lack-clarity-over-new-asylum-support-measures"
    ),
)
HOME_OFFICE_5_MARCH: Final = Document(
    id="home-office-2026-03-05",
    title="Home Office news release on asylum support, as carried by Wired-Gov",
    publisher="Home Office",
    published=date(2026, 3, 6),
    url=(
        "https://www.wired-gov.net/wg/news.nsf/articles/asylum+handouts+and+accommodation+removed+"
        "for+illegal+migrants+abusing+britains+generosity+06032026101000?open"
    ),
)
DUTY_TO_POWER_REPORT: Final = Document(
    id="net-duty-to-power",
    title="Report that the duty to support became a power in June 2026",
    publisher="The NE Times",
    published="June 2026",
    url="https://thenetimes.co.uk/article/uknews-asylum-support-duty-to-power-jun2026",
)
ILLEGAL_WORK_GUIDANCE: Final = Document(
    id="illegal-working-guidance-2026",
    title="Illegal working as a breach of asylum support conditions, version 1.0",
    publisher="Home Office",
    published=date(2026, 6, 2),
    url=(
        "https://www.gov.uk/government/publications/illegal-working-as-a-breach-of-conditions-caseworker-guidance/"
        "illegal-working-as-a-breach-of-asylum-support-conditions-accessible"
    ),
)
SUPPORT_REGULATIONS_PART_8: Final = Document(
    id="asylum-support-2000-part-8",
    title="Asylum Support Regulations 2000, SI 2000/704, part 8 as made",
    publisher="legislation.gov.uk",
    published="2000",
    url="http://legislation.gov.uk/uksi/2000/704/part/8/made",
)
SUPPORT_REGULATIONS_2: Final = Document(
    id="asylum-support-2000-reg-2",
    title="Asylum Support Regulations 2000, SI 2000/704, regulation 2 (revised)",
    publisher="legislation.gov.uk",
    published="2000",
    url="https://legislation.gov.uk/uksi/2000/704/regulation/2",
)
CONDITIONS_OF_SUPPORT: Final = Document(
    id="conditions-of-support-2023",
    title="Conditions of support instruction, version 2.0",
    publisher="Home Office",
    published=date(2023, 3, 10),
    url=(
        "https://www.gov.uk/government/publications/withdrawal-of-asylum-support-where-a-breach-of-conditions-"
        "has-occurred-instruction/conditions-of-support-instruction-accessible"
    ),
)
ACT_2002_44: Final = Document(
    id="niaa-2002-s44",
    title="Nationality, Immigration and Asylum Act 2002, section 44",
    publisher="legislation.gov.uk",
    published="2002",
    url="https://legislation.gov.uk/ukpga/2002/41/section/44/data.html",
)
AIDA_SUPPORT_FORMS: Final = Document(
    id="aida-uk-forms",
    title="UK country report: forms and levels of material reception conditions",
    publisher="ECRE, Asylum Information Database",
    published=None,
    url=(
        "https://asylumineurope.org/reports/country/united-kingdom/reception-conditions/"
        "access-and-forms-reception-conditions/forms-and-levels-material-reception-conditions/"
    ),
)
NRPF_SECTION_95: Final = Document(
    id="nrpf-section-95",
    title="Section 95 asylum support, with a part on section 98",
    publisher="NRPF Network",
    published=None,
    url=(
        "https://nrpfnetwork.org.uk/information-and-resources/rights-and-entitlements/"
        "support-options-for-people-with-nrpf/home-office-support/section-95-asylum-support"
    ),
)
AIDA_RECEPTION: Final = Document(
    id="aida-uk-reception",
    title="UK country report: short overview of the reception system",
    publisher="ECRE, Asylum Information Database",
    published=None,
    url=(
        "https://asylumineurope.org/reports/country/united-kingdom/reception-conditions/"
        "short-overview-of-the-reception-system"
    ),
)
FAILED_SEEKERS_REGULATIONS: Final = Document(
    id="failed-asylum-seekers-2005",
    title="Immigration and Asylum (Provision of Accommodation to Failed Asylum-Seekers) Regulations 2005, SI 2005/930",
    publisher="legislation.gov.uk",
    published="2005",
    url="https://www.legislation.gov.uk/uksi/2005/930/made/data.xht?view=snippet&wrap=true",
)
SECTION_4_POLICY: Final = Document(
    id="section-4-policy-2025",
    title="Asylum support, section 4(2): policy and process, version 4.0",
    publisher="Home Office",
    published=date(2025, 9, 18),
    url=(
        "https://www.gov.uk/government/publications/asylum-support-section-42-policy/"
        "asylum-support-section-42-policy-accessible"
    ),
)
SCHEDULE_11: Final = Document(
    id="ia-2016-schedule-11",
    title="Immigration Act 2016, schedule 11, as enacted",
    publisher="legislation.gov.uk",
    published="2016",
    url="http://www.legislation.gov.uk/ukpga/2016/19/schedule/11/part/1/enacted",
)
NRPF_ASYLUM_REFORMS: Final = Document(
    id="nrpf-asylum-reforms",
    title="Asylum reforms",
    publisher="NRPF Network",
    published=date(2026, 1, 15),
    url="https://nrpfnetwork.org.uk/news/asylum-reforms",
)
NRPF_NEW_PLAN: Final = Document(
    id="nrpf-new-plan",
    title="New plan for immigration",
    publisher="NRPF Network",
    published=None,
    url="https://nrpfnetwork.org.uk/news/new-plan-for-immigration",
)
FAMILY_RETURNS_CONSULTATION: Final = Document(
    id="net-family-returns",
    title="Report on the consultation on support and returns of refused families",
    publisher="The NE Times",
    published="June 2026",
    url="https://thenetimes.co.uk/article/uknews-family-returns-consultation-backlash-jun2026",
)
FAMILY_RETURNS_REPORT: Final = Document(
    id="briefly-family-returns",
    title="Report on plans to remove more refused families",
    publisher="Briefly",
    published=None,
    url=(
        "http://briefly.co/anchor/UK_politics/story/"
        "shabana-mahmood-plans-to-remove-more-families-from-uk-in-asylum-shake-up"
    ),
)
FAMILY_OFFER_REPORT: Final = Document(
    id="lbc-family-offer",
    title="Report on payments offered to refused families who leave",
    publisher="LBC",
    published=date(2026, 3, 5),
    url="https://www.lbc.co.uk/article/failed-asylum-seeker-families-paid-leave-uk-5HjdTrM_2/",
)
RIGHTS_FLOOR_REPORT: Final = Document(
    id="visahq-support",
    title="Government to end automatic housing and cash support for asylum seekers",
    publisher="VisaHQ",
    published=date(2025, 11, 16),
    url=(
        "https://www.visahq.com/news/2025-11-16/gb/"
        "government-to-end-automatic-housing-and-cash-support-for-asylum-seekers"
    ),
)
GUARDIAN_SUPPORT: Final = Document(
    id="guardian-support-discretionary",
    title="UK government set to make support for asylum seekers discretionary",
    publisher="The Guardian, as carried by NSEMGH",
    published=date(2025, 11, 16),
    url="https://www.nsemgh.com/2025/11/16/uk-government-set-to-make-support-for-asylum-seekers-discretionary/",
)
SUPPORT_SCRAP_REPORT: Final = Document(
    id="upday-support",
    title="UK to scrap automatic housing and support for asylum seekers",
    publisher="upday",
    published=date(2025, 11, 16),
    url="https://wojna.co.pl/uk-to-scrap-automatic-housing-and-support-for-asylum-seekers-35319626.html",
)
ASSETS_REPORT: Final = Document(
    id="law-sentis-assets",
    title="Report on assets and the cost of asylum support",
    publisher="LawSentis",
    published=None,
    url="https://lawsentis.com/latest-news/mahmood-paying-failed-asylum-seekers-to-leave-could-save-taxpayers-money",
)
CAMPAIGN_LIST: Final = Document(
    id="campaign-list-2025",
    title="A campaign's list of the November 2025 proposals",
    publisher="secondary data file",
    published="November 2025",
    url=None,
)
ALLOWANCE_REVIEW: Final = Document(
    id="allowance-review-2023",
    title="Report on the review of weekly allowances paid to asylum seekers, 2023",
    publisher="Home Office",
    published="2023",
    url=(
        "https://gov.uk/government/publications/report-on-review-of-cash-allowance-paid-to-asylum-seekers/"
        "report-on-review-of-weekly-allowances-paid-to-asylum-seekers-and-failed-asylum-seekers-2023"
    ),
)
WHAT_YOU_WILL_GET: Final = Document(
    id="gov-what-youll-get",
    title="Asylum support: what you'll get",
    publisher="GOV.UK",
    published=None,
    url="https://www.gov.uk/asylum-support/what-youll-get",
)
CATERED_RATE_NOTE: Final = Document(
    id="rmj-catered-rate",
    title="Note naming the catered rate, on the reinstated 28-day period",
    publisher="RMJ",
    published=date(2025, 8, 28),
    url=(
        "https://rmj.adeptwebdesign.co.uk/latest-news/news/post/"
        "21-the-governments-decision-to-reinstate-the-28-day-move-on-period-is-shameful-and-senseless"
    ),
)
MOVE_ON_42: Final = Document(
    id="homeless-link-move-on-42",
    title="New 42-day asylum move-on period confirmed",
    publisher="Homeless Link, as carried by Wired-Gov",
    published=date(2026, 3, 12),
    url=("https://www.wired-gov.net/wg/news.nsf/articles/new+42day+asylum+moveon+period+confirmed+12032026152000?open"),
)
MOVE_ON_ANSWER: Final = Document(
    id="written-answer-88529",
    title="Written answer 88529 on the move-on period",
    publisher="Home Office, in Parliament",
    published="2025",
    url="https://www.parallelparliament.co.uk/question/88529/refugees-housing",
)
MOVE_ON_ADVICENOW: Final = Document(
    id="advicenow-move-on",
    title="Home Office reverts to a 28-day move-on period for new refugees",
    publisher="Advicenow",
    published="2025",
    url=("https://www.advicenow.org.uk/about-us/news-and-updates/home-office-reverts-28-day-move-period-new-refugees"),
)
MOVE_ON_REQUEST: Final = Document(
    id="free-movement-move-on-request",
    title="Refugees at risk of street homelessness have until 16 January to extend their accommodation",
    publisher="Free Movement",
    published=None,
    url=(
        "https://freemovement.org.uk/"
        "refugees-at-risk-of-street-homelessness-have-until-16-january-to-extend-their-asylum-accommodation"
    ),
)

MOVE_ON_UPDATE: Final = Document(
    id="homeless-link-move-on-february-2026",
    title="Updates on the asylum move-on period",
    publisher="Homeless Link, as carried by Wired-Gov",
    published=date(2026, 2, 3),
    url="https://www.wired-gov.net/wg/news.nsf/print/Updates+on+asylum+moveon+period+03022026132000",
)

# Family, citizenship, work, appeals

CHILD_SPONSOR_JUDGMENT: Final = Document(
    id="ewhc-967-2024",
    title="R (DM) v Secretary of State for the Home Department [2024] EWHC 967 (Admin)",
    publisher="High Court",
    published="2024",
    url="https://caselaw.nationalarchives.gov.uk/ewhc/admin/2024/967",
)
FAMILY_REUNION_SUSPENDED: Final = Document(
    id="ein-family-reunion-suspended",
    title="New applications under the refugee family reunion route suspended from 3pm (quotes HC 1298)",
    publisher="Electronic Immigration Network",
    published=date(2025, 9, 4),
    url="https://www.ein.org.uk/news/new-applications-refugee-family-reunion-route-suspended-3pm-today",
)
HC_1298_NOTE: Final = Document(
    id="morgan-smith-hc-1298",
    title="Note on statement of changes HC 1298",
    publisher="Morgan Smith",
    published="2025",
    url="https://morgansmithimmigration.com/?p=5638",
)
FAMILY_REUNION_APPENDIX: Final = Document(
    id="law-society-scotland-family-reunion",
    title="Family reunions given new rules",
    publisher="Law Society of Scotland Journal",
    published="April 2023",
    url="https://www.lawscot.org.uk",
)
PAPER_FAMILY_RESPONSE: Final = Document(
    id="together-now-response",
    title="Response to the policy paper (quotes it on family reunion)",
    publisher="Together Now",
    published=None,
    url="https://www.togethernow.org.uk",
)
HC_259: Final = Document(
    id="hc-259",
    title="Statement of changes to the Immigration Rules: HC 259",
    publisher="Home Office",
    published=date(2026, 7, 9),
    url=("https://www.gov.uk/government/publications/statement-of-changes-to-the-immigration-rules-hc-259-9-july-2026"),
)
COURT_NOTE_JULY_2026: Final = Document(
    id="court-note-july-2026",
    title="Note of court decisions, 17 July 2026",
    publisher="secondary data file",
    published=date(2026, 7, 17),
    url=None,
)
GOOD_CHARACTER_BINDMANS: Final = Document(
    id="bindmans-good-character",
    title="Good character policy changes",
    publisher="Bindmans",
    published="2025",
    url="https://www.bindmans.com",
)
GOOD_CHARACTER_DEVINE: Final = Document(
    id="devine-good-character",
    title="Good character changes",
    publisher="Laura Devine",
    published=date(2025, 2, 14),
    url="https://www.lauradevine.com",
)
NATURALISATION_TOOL: Final = Document(
    id="immigration-question-tool",
    title="UK immigration question tool with cited text, to July 2026",
    publisher="secondary data file",
    published="July 2026",
    url=None,
)
TEMPORARY_PERMISSION_NOTE: Final = Document(
    id="nrpf-temporary-permission",
    title="Temporary refugee permission introduced, with a note on the pause of 2023",
    publisher="NRPF Network",
    published=None,
    url="https://www.nrpfnetwork.org.uk/news/temporary-refugee-permission-introduced",
)
HC_1496_NOTE: Final = Document(
    id="free-movement-hc-1496",
    title="Statement of changes HC 1496",
    publisher="Free Movement",
    published="July 2023",
    url=(
        "https://freemovement.org.uk/"
        "statement-of-changes-hc-1496-asylum-eu-settlement-scheme-and-restrictions-on-students"
    ),
)
APPEALS_BODY_NOTE: Final = Document(
    id="ein-appeals-body",
    title="Home Secretary outlines plans for a new immigration and asylum appeals body",
    publisher="Electronic Immigration Network",
    published=date(2026, 1, 14),
    url="https://www.ein.org.uk/news/home-secretary-outlines-plans-new-immigration-and-asylum-appeals-body",
)
BILL_105_NOTE: Final = Document(
    id="ein-bill-105",
    title="New Immigration and Asylum Bill",
    publisher="Electronic Immigration Network",
    published="2026",
    url="https://www.ein.org.uk/blog/new-immigration-and-asylum-bill-broken-time-machine",
)
REPAYMENT_REPORT: Final = Document(
    id="common-room-repayment",
    title="UK asylum support repayment plan explained in new bill (cites GOV.UK)",
    publisher="The Common Room",
    published="June 2026",
    url="http://the-common-room.co.uk/uk-asylum-support-repayment-plan-explained-in-new-bill",
)
REPAYMENT_NATIONAL: Final = Document(
    id="national-repayment",
    title="Report on the repayment of asylum support in the bill",
    publisher="The National, carried by Arc Codex",
    published="June 2026",
    url="https://arc-codex.com/article/b76b003183e2b080a343658835edb2c0",
)

# Earned settlement

REDUCTIONS_TABLE: Final = Document(
    id="ellisons-reductions",
    title="From time to merit (reproduces the consultation's table of reductions)",
    publisher="Ellisons",
    published=None,
    url="https://www.ellisons.com",
)
LORDS_DEBATE_SETTLEMENT: Final = Document(
    id="lords-debate-2025-11-25",
    title="Lords debate on the settlement pathway",
    publisher="House of Lords",
    published=date(2025, 11, 25),
    url="https://www.parallelparliament.co.uk",
)
PLANS_ASSESSED: Final = Document(
    id="irwin-mitchell-plans",
    title="Assessing the settlement plans",
    publisher="Irwin Mitchell",
    published=None,
    url="https://www.irwinmitchell.com",
)
PAPER_ANALYSIS: Final = Document(
    id="visavis-analysis",
    title="Detailed analysis of the settlement paper",
    publisher="Visavis",
    published=None,
    url="https://visavisuk.com/en/?p=2471",
)
ADVICENOW_EARNED: Final = Document(
    id="advicenow-earned-settlement",
    title="Earned settlement consultation",
    publisher="Advicenow",
    published=None,
    url="https://www.advicenow.org.uk",
)
SETTLEMENT_REFORMS_REPORT: Final = Document(
    id="lawble-ilr-reforms",
    title="UK settlement reforms set to proceed",
    publisher="Lawble",
    published="February 2026",
    url="https://www.lawble.co.uk",
)

# Inadmissibility, removals, appeals, earlier rates

BORDER_ACT_COMMENCED: Final = Document(
    id="free-movement-bsai-act-2025",
    title="More of the Border Security, Asylum and Immigration Act 2025 now in force",
    publisher="Free Movement",
    published=None,
    url="https://freemovement.org.uk/more-of-the-border-security-asylum-and-immigration-act-2025-now-in-force",
)

ACT_80B: Final = Document(
    id="niaa-2002-s80b",
    title="Nationality, Immigration and Asylum Act 2002, section 80B (inserted by section 16 NABA 2022)",
    publisher="legislation.gov.uk",
    published="2022",
    url="https://legislation.gov.uk/ukpga/2022/36/section/16/data.html",
)
ACT_80C: Final = Document(
    id="niaa-2002-s80c",
    title="Nationality, Immigration and Asylum Act 2002, section 80C",
    publisher="legislation.gov.uk",
    published="2022",
    url="http://legislation.gov.uk/ukpga/2002/41/section/80C/data.html",
)
AIDA_ADMISSIBILITY: Final = Document(
    id="aida-uk-admissibility",
    title="UK country report: admissibility",
    publisher="ECRE, Asylum Information Database",
    published=None,
    url="https://asylumineurope.org/?p=3426",
)
RWANDA_2022: Final = Document(
    id="sputnik-rwanda",
    title="Report on the Rwanda partnership, its start and its end",
    publisher="Sputnik",
    published=date(2024, 7, 23),
    url=(
        "https://sputnikglobe.com/amp/20240723/"
        "deportation-of-4-undocumented-migrants-to-rwanda-costs-uk-over-900mln---home-office-1119466416.html"
    ),
)
RWANDA_SCRAPPED: Final = Document(
    id="upday-rwanda",
    title="Rwanda scheme cost and end",
    publisher="upday",
    published="July 2024",
    url="https://www.upday.com/uk/rwanda-scheme-has-already-cost-taxpayers-gbp700-million-cooper-reveals/",
)
RATE_DECEMBER_2022: Final = Document(
    id="portsmouth-rates-2022",
    title="Immediate rise in support rates announced",
    publisher="Portsmouth City of Sanctuary",
    published=date(2022, 12, 22),
    url=(
        "https://portsmouth.cityofsanctuary.org/2022/12/22/"
        "home-office-have-announced-today-an-immediate-rise-in-support-rates"
    ),
)
RATE_JULY_2023: Final = Document(
    id="asylum-matters-rates-2023",
    title="Asylum support briefing",
    publisher="Asylum Matters",
    published="2023",
    url="https://asylummatters.org/2023/01/31/asylum-support-briefing-jan-2023/",
)
COUNCIL_SUPPORT: Final = Document(
    id="bryson-nass-support",
    title="Asylum support: who is outside it",
    publisher="Bryson Intercultural",
    published=None,
    url="http://brysonintercultural.org/nass-support",
)

# Denmark

DK_RESIDENCE_FORMS: Final = Document(
    id="refugees-welcome-permits",
    title="Asylum and other forms of protection",
    publisher="Refugees Welcome Denmark",
    published=None,
    url=("https://refugeeswelcome.dk/en/information/facts/residence-permits/asylum-and-other-forms-of-protection/"),
)
DK_REFUGEES_DK: Final = Document(
    id="refugees-dk-permits",
    title="Asylum and other forms of protection",
    publisher="refugees.dk",
    published=None,
    url="http://refugees.dk/en/facts/legislation-and-definitions/asylum-and-other-forms-of-protection/",
)
DK_RESTRICTIONS_2018: Final = Document(
    id="refugees-dk-finance-act-2019",
    title="New restrictions for refugees in the Finance Act 2019",
    publisher="refugees.dk",
    published="December 2018",
    url="http://refugees.dk/en/news/2018/december/new-restrictions-for-refugees-in-the-finance-act-2019/",
)
DK_MA_FACTS: Final = Document(
    id="jurisays-ma",
    title="M.A. v Denmark, facts as communicated",
    publisher="JURI says",
    published=None,
    url="https://jurisays.com/app/comm/6697e18",
)
DK_L140: Final = Document(
    id="nyidanmark-l140",
    title="New rules: act L 140",
    publisher="Danish Immigration Service",
    published="March 2019",
    url="https://nyidanmark.dk/en-GB/News%20Front%20Page/2019/03/Nye%20regler%20L140",
)
DK_PERMANENT_RESIDENCE: Final = Document(
    id="nyidanmark-permanent-residence",
    title="Permanent residence permit: legal residence",
    publisher="Danish Immigration Service",
    published=None,
    url="https://www.nyidanmark.dk/en-us/coming_to_dk/permanent-residence-permit/legal_residence.htm",
)
DK_FAMILY_7_3: Final = Document(
    id="nyidanmark-family-7-3",
    title="Family reunification to individuals with temporary protected status",
    publisher="Danish Immigration Service",
    published=None,
    url=(
        "https://nyidanmark.dk/de-DE/Words-and-concepts/US/Familie/"
        "Family-reunification-to-individuals-with-temporary-protected-status/"
    ),
)
DK_FAMILY_EXECUTION: Final = Document(
    id="coe-ma-execution",
    title="Denmark amends its family reunification rules after a judgment",
    publisher="Council of Europe",
    published=None,
    url=(
        "https://coe.int/pl/web/execution/recent-achievements/-/asset_publisher/8LSjbtK8AR4u/content/"
        "denmark-amends-family-reunification-rules-following-echr-judgment"
    ),
)
DK_JEWELLERY: Final = Document(
    id="the-local-jewellery-law",
    title="How Denmark's jewellery law works",
    publisher="The Local",
    published=date(2016, 2, 5),
    url="https://www.thelocal.dk/20160205/heres-how-denmarks-controversial-jewellery-law-works",
)
DK_JEWELLERY_USE: Final = Document(
    id="independent-jewellery-law",
    title="Denmark's jewellery law used for the first time",
    publisher="The Independent",
    published="June 2016",
    url=(
        "https://www.independent.co.uk/news/world/europe/"
        "denmark-jewellery-law-migrants-refugees-asylum-seekers-unhcr-united-nations-a7113056.html"
    ),
)
DK_PARADIGM: Final = Document(
    id="refugees-welcome-paradigm-shift",
    title="The paradigm shift",
    publisher="Refugees Welcome Denmark",
    published=None,
    url="https://refugeeswelcome.dk/en/information/facts/articles-and-definitions/the-paradigm-shift/",
)

# France

FR_LE_MONDE: Final = Document(
    id="le-monde-doctrine",
    title="Le Monde on the operational framework of 25 November 2025, as copied",
    publisher="Le Monde",
    published=date(2025, 11, 27),
    url="https://multilingual.atelier-cartographique.be/epissure/4163",
)
FR_PANDORE: Final = Document(
    id="pandore-doctrine",
    title="France authorises preventive interception of migrant boats in the Channel",
    publisher="Pandore gendarmerie",
    published="November 2025",
    url=(
        "https://www.pandore-gendarmerie.org/"
        "paris-durcit-sa-doctrine-maritime-la-france-autorise-linterception-preventive-des-canots-de-migrants-dans-la-manche"
    ),
)
FR_PREFECTURE: Final = Document(
    id="premar-afp-doctrine",
    title="The maritime prefecture on the new doctrine",
    publisher="AFP, carried by Actualités 24",
    published=date(2025, 11, 28),
    url=(
        "https://www.actualites24.fr/couverture/"
        "la-france-fixe-une-nouvelle-doctrine-dintervention-en-mer-contre-les-traversees-clandestines-vers-langleterre"
    ),
)
FR_FIRST_USE: Final = Document(
    id="infomigrants-first-use",
    title="France intercepts a taxi boat in its first on-water operation",
    publisher="InfoMigrants",
    published="January 2026",
    url=(
        "http://freeb.infomigrants.net/en/post/69361/"
        "france-intercepts-taxiboat-in-first-onwater-operation-to-reduce-channel-crossings"
    ),
)
FR_PRESS_TIMES: Final = Document(
    id="seed-002",
    title="French police authorised to intercept small boats (press article)",
    publisher="press, late November 2025",
    published="November 2025",
    url=None,
)
PRESS_MIRROR: Final = Document(
    id="seed-001",
    title="French police to stop small boats before passengers board (press article)",
    publisher="press, late November 2025",
    published="November 2025",
    url=None,
)
FR_REPORT_2998: Final = Document(
    id="across-the-channel-2998",
    title="Claims file citing Assemblée nationale report 2998 of 1 July 2026",
    publisher="secondary data file",
    published=date(2026, 9, 11),
    url=None,
)

# Work while waiting, and the UK-France scheme

RIGHT_TO_WORK_NOTE: Final = Document(
    id="right-to-remain-work",
    title="Permission to work while waiting",
    publisher="Right to Remain",
    published=None,
    url="https://righttoremain.org.uk/?p=37755",
)
PERMISSION_TO_WORK_GUIDANCE: Final = Document(
    id="permission-to-work-v17",
    title="Permission to work and volunteering for asylum seekers, version 17.0 (mirror)",
    publisher="Home Office",
    published=date(2024, 10, 24),
    url=(
        "https://fly1.wordsworth.site/government/publications/"
        "handling-applications-for-permission-to-take-employment-instruction/"
        "permission-to-work-and-volunteering-for-asylum-seekers-accessible"
    ),
)
RULE_CHANGES_MARCH_2026: Final = Document(
    id="eig-rule-changes-march-2026",
    title="UK announces major immigration rule changes effective March 2026",
    publisher="EIG Law",
    published="March 2026",
    url="https://eiglaw.com/uk-announces-major-immigration-rule-changes-effective-march-2026",
)
FREE_MOVEMENT_WORK: Final = Document(
    id="free-movement-work",
    title="On the right to work while a claim is pending",
    publisher="Free Movement",
    published=None,
    url="https://freemovement.org.uk/?p=155552",
)
TREATY_ANALYSIS: Final = Document(
    id="free-movement-treaty",
    title="The UK-France agreement on the prevention of dangerous journeys",
    publisher="Free Movement",
    published="2025",
    url="https://freemovement.org.uk/?p=227919",
)
TREATY_GMIAU: Final = Document(
    id="gmiau-one-in-one-out",
    title="One in, one out: the small boats agreement",
    publisher="Greater Manchester Immigration Aid Unit",
    published=None,
    url="https://gmiau.org/one-in-one-out-small-boats-agreement",
)
TREATY_START: Final = Document(
    id="rthk-treaty-start",
    title="UK-France returns treaty takes effect",
    publisher="RTHK",
    published=date(2025, 8, 6),
    url="https://news.rthk.hk/rthk/en/component/k2/1816945-20250806.htm",
)
TREATY_EXTENDED: Final = Document(
    id="cbr-treaty-extended",
    title="Report on the extension and amendment of the UK-France agreement",
    publisher="CBR Times",
    published="June 2026",
    url="https://cbrtimes.com/?p=22867",
)
TREATY_ENDED: Final = Document(
    id="gb-fr-file-2026",
    title="File on UK-France relations, citing Euronews and France 24 of 30 September 2026",
    publisher="secondary data file",
    published=date(2026, 9, 30),
    url=None,
)
TRANSFER_SCHEME_FORM: Final = Document(
    id="free-movement-expression-of-interest",
    title="Expression of interest form for France to UK transfers goes live",
    publisher="Free Movement",
    published="August 2025",
    url="https://freemovement.org.uk/expression-of-interest-form-for-france-to-uk-transfers-goes-live",
)
TRANSFER_SCHEME_RULES: Final = Document(
    id="ein-cp-1373",
    title="Statement of changes CP 1373: the UK/European Applicant Transfer Scheme",
    publisher="Electronic Immigration Network",
    published="August 2025",
    url="https://www.ein.org.uk/node/782092",
)
TRANSFER_SCHEME_PRESS: Final = Document(
    id="pressbee-transfer-scheme",
    title="Report on the transfer scheme's rules",
    publisher="The i, carried by PressBee",
    published="August 2025",
    url=(
        "https://eng.pressbee.net/show4116671.html?"
        "title=home-office-could-send-children-who-cross-channel-in-small-boats-"
    ),
)
