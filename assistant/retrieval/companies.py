"""Which companies a text names, so that guidance about one employer is not given for another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Well-known employers the library may say nothing about: naming one still rules the others out.
_NAMES = """
adobe airbnb alibaba amazon anthropic apple atlassian bloomberg bytedance cisco cloudflare cohere
coinbase coreweave databricks datadog deepmind deloitte doordash dropbox figma flipkart github google ibm
infosys instacart intel linkedin lyft meta microsoft mistral netflix nvidia openai oracle palantir
paypal pinterest qualcomm reddit roblox salesforce samsung sap shopify snowflake spacex spotify
stripe tcs tesla tiktok twilio twitter uber vmware walmart wipro xai zomato
"""
KNOWN_COMPANIES = frozenset(_NAMES.split())
# Names people use instead: tickers, heads, head offices and a genitive without its apostrophe, where the word means
# hardly anything else.
ALIASES = {
    "aws": "amazon",
    "facebook": "meta",
    "fb": "meta",
    "instagram": "meta",
    "insta": "meta",
    "whatsapp": "meta",
    "metas": "meta",
    "zuck": "meta",
    "zuckerberg": "meta",
    "menlo park": "meta",
    "msft": "microsoft",
    "microsofts": "microsoft",
    "azure": "microsoft",
    "redmond": "microsoft",
    "satya": "microsoft",
    "alphabet": "google",
    "gcp": "google",
    "goog": "google",
    "googles": "google",
    "googl": "google",
    "amzn": "amazon",
    "amazons": "amazon",
    "bezos": "amazon",
    "aapl": "apple",
    "cupertino": "apple",
    "nflx": "netflix",
    "nvda": "nvidia",
    "nvidias": "nvidia",
    "tsla": "tesla",
    "openais": "openai",
    "sama": "openai",
    "sam altman": "openai",
    "google deepmind": "deepmind",
    "gdm": "deepmind",
}
_WORDS = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


@lru_cache(maxsize=4096)
def normalize_company(name: str) -> str:
    """The one spelling of a company.

    >>> normalize_company(" AWS ")
    'amazon'
    """
    key = " ".join(_WORDS.findall(name.lower()))
    return ALIASES.get(key, key)


def find_companies(text: str, others: Iterable[str] = ()) -> frozenset[str]:
    """The companies `text` names: well-known ones, and `others` such as those of the library.

    >>> sorted(find_companies("AWS or Google?"))
    ['amazon', 'google']
    """
    words = " ".join(_WORDS.findall(text.lower()))
    return frozenset(normalize_company(name) for name in _pattern(frozenset(others)).findall(words))


def name_companies(text: str) -> str:
    """The text with companies under the names the library uses for them.

    >>> name_companies("MSFT or zuck's place")
    "microsoft or meta's place"
    """
    return _aliases().sub(lambda match: ALIASES[match[0].lower()], text)


@lru_cache(maxsize=1)
def _aliases() -> re.Pattern[str]:
    longest_first = sorted(ALIASES, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _pattern(others: frozenset[str]) -> re.Pattern[str]:
    names = KNOWN_COMPANIES | ALIASES.keys() | {normalize_company(name) for name in others}
    longest_first = sorted((name for name in names if name), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
