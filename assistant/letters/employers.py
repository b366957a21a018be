"""Employers: well-known names, so that a lower-case or bare "google" in a note is recognised."""

from __future__ import annotations

_NAMES = """
Google|Alphabet|DeepMind|Google DeepMind|Amazon|AWS|Microsoft|Meta|Facebook|Apple|Netflix|NVIDIA|Tesla|
Uber|Lyft|Airbnb|Stripe|Databricks|Snowflake|Salesforce|Oracle|Adobe|Intel|AMD|Qualcomm|Broadcom|Cisco|
IBM|SAP|VMware|LinkedIn|GitHub|GitLab|Atlassian|Shopify|Spotify|Twitter|Snap|Snapchat|Pinterest|Reddit|
Discord|Slack|Zoom|Dropbox|Twilio|Datadog|Splunk|MongoDB|Elastic|Cloudflare|HashiCorp|Confluent|Palantir|
OpenAI|Anthropic|Cohere|Hugging Face|Scale AI|Mistral|Figma|Notion|Canva|Asana|Airtable|Miro|Ramp|Brex|
Plaid|Robinhood|Coinbase|Kraken|Block|Square|PayPal|Visa|Mastercard|Klarna|Revolut|Monzo|Wise|N26|Adyen|
Goldman Sachs|Morgan Stanley|JPMorgan|JP Morgan|Citadel|Two Sigma|Jane Street|Bloomberg|BlackRock|
Capital One|Optiver|IMC|Hudson River Trading|DE Shaw|DoorDash|Instacart|Grab|Gojek|Sea|Shopee|TikTok|
ByteDance|Alibaba|Tencent|Baidu|Samsung|Sony|Rakuten|Mercari|LINE|Toyota|Flipkart|Swiggy|Zomato|Razorpay|
PhonePe|Paytm|CRED|Meesho|Ola|Infosys|TCS|Wipro|HCL|Cognizant|Accenture|Capgemini|Zoho|Freshworks|
Walmart|Target|Booking.com|Zalando|Delivery Hero|Siemens|Bosch|BMW|Volkswagen|Mercedes|ASML|Philips|
Ericsson|Nokia|Novartis|Roche|Nestlé|UBS|Genentech|Amgen|Gilead|Pfizer|Merck|Moderna|Regeneron|Illumina|
Johnson & Johnson|Boeing|Lockheed Martin|SpaceX|Blue Origin|Rivian|Waymo|Cruise|Zoox|Roblox|Unity|
Epic Games|Electronic Arts|Riot Games|Blizzard|Deloitte|PwC|KPMG|McKinsey|BCG|Bain|Workday|ServiceNow|
Intuit|DocuSign|Box|Okta|CrowdStrike|Zscaler|Palo Alto Networks|Expedia|eBay|Etsy|Wayfair|Chewy|Peloton|
Samsara|Rippling|Gusto|Deel|Wealthsimple|Nutanix|Rubrik|Vercel|Supabase|Perplexity|xAI|Neuralink|Arm|
Dell|HP|HPE|HubSpot|Squarespace|Affirm|Chime|SoFi|Toast|Duolingo|Grammarly|Quora|Yelp|Fastly|Rappi|Nubank|Mercado Libre|
Garmin|Arista|Personio|Trade Republic|SumUp|Celonis|Contentful|Getir|Wix|Chainalysis|Zepto|Blinkit|Myntra|Nykaa|Groww|Zerodha|
Ocado|Deliveroo|Just Eat|Glovo|Cabify|Typeform|Sinch|NetApp|Micron|Texas Instruments|Marvell|Synopsys|Anduril|Voi|Bolt
"""

EMPLOYERS: dict[str, str] = {
    name.strip().lower(): name.strip() for name in _NAMES.replace("\n", "").split("|") if name.strip()
}
"""Lower-case name -> name as its owner writes it."""

EMPLOYERS |= {
    "amzn": "Amazon",
    "msft": "Microsoft",
    "goog": "Google",
    "nvda": "NVIDIA",
    "fb": "Meta",
    "gs": "Goldman Sachs",
    "booking": "Booking.com",
}

COMMON_WORDS = frozenset({
    "target", "sea", "line", "block", "square", "box", "wise", "snap", "ramp", "arm", "unity", "zoom",
        "visa", "cruise", "notion", "scale",
    "slack", "toast", "chime", "affirm", "bolt", "elastic", "oracle", "ola", "imc", "plaid", "grab", "deel",
})  # fmt: skip
"""Names that are ordinary words too: only with a capital, or beside a word that points to an employer."""
