"""Places: cities and countries, and the currency that a bare "$", "kr" or number means there."""

from __future__ import annotations

_US = (
    "San Francisco|New York|New York City|NYC|Seattle|Austin|Boston|Chicago|Los "
    "Angeles|Denver|Atlanta|Dallas|Houston|Miami|Palo Alto|Mountain View|"
    "Menlo Park|Cupertino|Sunnyvale|Santa Clara|San Jose|Redmond|Bellevue|San "
    "Diego|Portland|Philadelphia|Pittsburgh|Washington DC|Washington, DC|"
    "Raleigh|Phoenix|Minneapolis|Salt Lake City|Nashville|Detroit|Redwood City|San "
    "Mateo|Kirkland|Cambridge, MA|Irvine|Santa Monica|Brooklyn|Bay Area|"
    "South San Francisco|Charlotte|Tampa|Boulder|St. Louis|Oakland|Arlington|Jersey "
    "City|Baltimore|Columbus|Sacramento|Las Vegas|Durham|Fremont|SF|Boise|Memphis|Cleveland|Cincinnati|"
    "Kansas City|Indianapolis|Milwaukee|Orlando|San Antonio|Fort Worth|Albuquerque|Omaha|Tucson|Louisville|"
    "Ann Arbor|Scottsdale|Tempe|Plano|Honolulu|New Orleans|Oklahoma City"
)
_CITIES: dict[str, str] = {
    "USD": _US,
    "CAD": (
        "Toronto|Vancouver|Montreal|Montréal|Ottawa|Waterloo|Calgary|Edmonton|Quebec City|Kitchener|Mississauga|"
        "Winnipeg|Halifax"
    ),
    "AUD": "Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Gold Coast",
    "NZD": "Auckland|Wellington|Christchurch",
    "SGD": "Singapore",
    "HKD": "Hong Kong",
    "GBP": (
        "London|Manchester|Edinburgh|Bristol|Cambridge, UK|Leeds|Glasgow|Birmingham, UK|Oxford|Belfast|"
        "Canary Wharf|Reading, UK|Liverpool|Sheffield|Nottingham|Cardiff|Brighton|Newcastle upon Tyne|Aberdeen"
    ),
    "EUR": (
        "Berlin|Munich|München|Hamburg|Frankfurt|Cologne|Köln|Stuttgart|Düsseldorf|Paris|Lyon|Toulouse|Amsterdam|Rotterdam|Eindhoven|Utrecht|Dublin|Cork|"
        "Madrid|Barcelona|Valencia|Lisbon|Lisboa|Porto|Milan|Milano|Rome|Roma|Turin|Vienna|Wien|Brussels|Antwerp|Luxembourg|Helsinki|Espoo|Tallinn|Athens|"
        "Galway|Limerick|Lille|Bordeaux|Nantes|Grenoble|Leipzig|Dresden|Nuremberg|Hannover|Bonn|Karlsruhe|Bologna|"
        "Bilbao|Seville|Málaga|Graz|Ghent|The Hague|Delft"
    ),
    "CHF": (
        "Zürich|Zurich|Geneva|Genève|Lausanne|Basel|Bern|Zug|Lugano|Winterthur|Lucerne|Luzern|St. Gallen|Fribourg|"
        "Neuchâtel"
    ),
    "SEK": "Stockholm|Gothenburg|Göteborg|Malmö",
    "NOK": "Oslo|Bergen|Trondheim",
    "DKK": "Copenhagen|København|Aarhus",
    "PLN": "Warsaw|Kraków|Krakow|Wrocław|Wroclaw|Gdańsk",
    "INR": (
        "Bangalore|Bengaluru|Hyderabad|Pune|Mumbai|Chennai|Gurgaon|Gurugram|Noida|New Delhi|Delhi|"
        "Kolkata|Ahmedabad|Kochi|Coimbatore|Jaipur|Trivandrum|Thiruvananthapuram|Indore|Chandigarh|Mysuru|Nagpur"
    ),
    "JPY": "Tokyo|Osaka|Kyoto|Fukuoka|Yokohama|Nagoya|Sapporo",
    "CNY": "Shanghai|Beijing|Shenzhen|Hangzhou|Guangzhou",
    "ILS": "Tel Aviv|Haifa|Herzliya|Jerusalem",
    "AED": "Dubai|Abu Dhabi",
    "BRL": "São Paulo|Sao Paulo",
    "MXN": "Mexico City|Guadalajara",
}
_COUNTRIES: dict[str, str] = {
    "USD": "USA|United States|California",
    "CAD": "Canada|Ontario|British Columbia|Canadian",
    "AUD": "Australia|Australian|superannuation",
    "NZD": "New Zealand",
    "HKD": "Hong Kong",
    "GBP": "United Kingdom|England|Scotland|UK",
    "EUR": "Germany|France|Netherlands|Ireland|Spain|Portugal|Italy|Austria|Belgium|Finland",
    "CHF": "Switzerland|Swiss",
    "SEK": "Sweden|Swedish",
    "NOK": "Norway|Norwegian",
    "DKK": "Denmark|Danish",
    "PLN": "Poland",
    "INR": "India",
    "JPY": "Japan",
    "CNY": "China",
    "ILS": "Israel",
}

CITY_CURRENCY: dict[str, str] = {name.lower(): code for code, names in _CITIES.items() for name in names.split("|")}
"""Lower-case city -> ISO code of what is paid there."""

COUNTRY_CURRENCY: dict[str, str] = {
    name.lower(): code for code, names in _COUNTRIES.items() for name in names.split("|")
}
"""Lower-case country, region or adjective -> ISO code."""

SHARED_MARKS: dict[str, frozenset[str]] = {
    "$": frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"}),
    "¥": frozenset({"JPY", "CNY"}),
    "kr": frozenset({"SEK", "NOK", "DKK"}),
    "kroner": frozenset({"NOK", "DKK"}),
}
"""A mark -> the currencies it may stand for."""
