"""Places: cities and countries, and the currency that a bare "$", "kr" or number means there."""

from __future__ import annotations

_US = (
    "San Francisco|New York|New York City|NYC|Seattle|Austin|Boston|Chicago|Los "
    "Angeles|Denver|Atlanta|Dallas|Houston|Miami|Palo Alto|Mountain View|"
    "Menlo Park|Cupertino|Sunnyvale|Santa Clara|San Jose|Redmond|Bellevue|San "
    "Diego|Portland|Philadelphia|Pittsburgh|Washington DC|Washington, D.C.|Washington D.C.|Washington, DC|"
    "Raleigh|Phoenix|Minneapolis|Salt Lake City|Nashville|Detroit|Redwood City|San "
    "Mateo|Kirkland|Cambridge, MA|Irvine|Santa Monica|Brooklyn|Bay Area|"
    "South San Francisco|Charlotte|Tampa|Boulder|St. Louis|Oakland|Arlington|Jersey "
    "City|Baltimore|Columbus|Sacramento|Las Vegas|Durham|Fremont|SF|Boise|Memphis|Cleveland|Cincinnati|"
    "Kansas City|Philly|Arlington VA|Huntsville|Tulsa|Hartford|Rochester|Knoxville|"
    "Des Moines|Spokane|Tacoma|Anchorage|Fresno|Long Beach|Fort Lauderdale|Jacksonville|Chattanooga|Greenville|"
    "Charleston|New Haven|Stamford|Princeton|Wilmington|Bethesda|Reston|McLean|Silver Spring|"
    "Indianapolis|Milwaukee|Orlando|San Antonio|Fort Worth|Albuquerque|Omaha|Tucson|Louisville|"
    "Dayton|Toledo, Ohio|Akron|Grand Rapids|Lansing|Madison, WI|Des Plaines|Naperville|Evanston|Syracuse"
    "|Worcester|Norfolk|Birmingham, AL|Baton Rouge|Little Rock|Lexington"
    "|Wichita|Lincoln, NE|Sioux Falls|Fargo|Colorado Springs|Fort Collins|Provo|Reno|Tallahassee|Gainesville"
    "|El Paso|Bakersfield|Santa Barbara|Olympia|Bozeman|Missoula|Worcester, MA|Framingham"
    "|Los Gatos|San Bruno|Foster City|Burlingame|Emeryville|Pleasanton|"
    "Berkeley|Culver City|Playa Vista|Hawthorne|Pasadena|"
    "Hoboken|Waltham|Burlington, MA|Somerville|Quincy|Round Rock|Bentonville|Armonk|White Plains|"
    "Tysons|Herndon|Alexandria, VA|"
    "Ann Arbor|Scottsdale|Tempe|Plano|Honolulu|New Orleans|Oklahoma City"
)
_CITIES: dict[str, str] = {
    "USD": _US,
    "CAD": (
        "Toronto|Vancouver|Montreal|Montréal|Ottawa|Waterloo|Calgary|Edmonton|Quebec City|Québec|Kitchener|Mississauga|"
        "Trois-Rivières|Sherbrooke|Gatineau|Laval|Kelowna|Red Deer|Guelph|Moncton|Burnaby|Surrey, BC|Markham|"
        "Winnipeg|Halifax|Saskatoon|Regina, SK|Fredericton|Charlottetown|Thunder Bay|Oshawa|Kamloops|Nanaimo|Lethbridge|Fort McMurray|Prince George|Brampton|Oakville, ON|Victoria, BC|Hamilton, ON|London, ON"
    ),
    "AUD": (
        "Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Gold Coast|Geelong|Wollongong|Fremantle|Cairns|Townsville|Darwin|Ballarat|Bendigo"
        "|Launceston|Toowoomba|Parramatta|Kalgoorlie|Karratha|Port Hedland"
    ),
    "NZD": "Auckland|Wellington|Christchurch|Dunedin",
    "SGD": "Singapore",
    "HKD": "Hong Kong",
    "GBP": (
        "London|Manchester|Edinburgh|Bristol|Cambridge, UK|Cambridge|Leeds|Glasgow|Birmingham, UK|Birmingham|Oxford|Belfast|"
        "Canary Wharf|Reading, UK|Liverpool|Sheffield|Nottingham|Cardiff|Brighton|Newcastle upon Tyne|Newcastle|Aberdeen|"
        "Swansea|Southampton|Portsmouth|Coventry|Leicester|Dundee|Exeter|"
        "Plymouth|Milton Keynes|Carlisle|York, UK|Norwich|Peterborough|Swindon|Felixstowe"
    ),
    "EUR": (
        "Berlin|Munich|München|Hamburg|Frankfurt|Cologne|Köln|Stuttgart|Düsseldorf|Paris|Lyon|Toulouse|Amsterdam|Rotterdam|Eindhoven|Utrecht|Dublin|Cork|"
        "Madrid|Barcelona|Valencia|Lisbon|Lisboa|Porto|Milan|Milano|Torino|Verona|Padova|Rome|Roma|Turin|Vienna|Wien|Brussels|Antwerp|Luxembourg|Helsinki|Espoo|Tallinn|Athens|"
        "Galway|Limerick|Lille|Bordeaux|Nantes|Grenoble|Leipzig|Dresden|Nuremberg|Nürnberg|Fürth|Hannover|Bonn|Karlsruhe|Bologna|"
        "Bilbao|Seville|Sevilla|Málaga|Zaragoza|Augsburg|Mannheim|Heidelberg|Freiburg|Aachen|Bremen|Dortmund|"
        "Münster|Ulm|Regensburg|Erlangen|Jena|Potsdam|Marseille|Rennes|Strasbourg|Montpellier|Braga|Coimbra|"
        "Linz|Salzburg|Innsbruck|Leuven|Groningen|Haarlem|Tilburg|Waterford|Naples|Genoa|Tampere|Turku|Oulu|Kassel|Kiel|Lübeck|Rostock|Magdeburg|Erfurt|Chemnitz|Wuppertal|Bochum|Bielefeld"
        "|Braunschweig|Wolfsburg|Ingolstadt|Würzburg|Darmstadt|Mainz|Wiesbaden|Saarbrücken|Trier|Konstanz|Walldorf"
        "|Paderborn|Osnabrück|Oldenburg|Göttingen|Klagenfurt|Sophia Antipolis|Reims|Angers|Dijon|Brest, France|Caen"
        "|Clermont-Ferrand|Breda|Nijmegen|Arnhem|Enschede|Leiden|Maastricht|Den Haag|Bruges|Liège|Namur|Charleroi"
        "|Murcia|Alicante|Vigo|Granada|Santander|Pamplona|San Sebastián|Aveiro|Faro, Portugal|Funchal|Trieste"
        "|Brescia|Bergamo|Modena|Parma|Pisa|Firenze|Palermo|Catania|Genova|Napoli|Tartu|Kaunas|Patras|Nicosia"
        "|Limassol|Valletta|Sliema|Kilkenny|Sligo|"
        "Thessaloniki|Bratislava|Ljubljana|Vilnius|Riga|Zagreb|Graz|Ghent|The Hague|Delft"
    ),
    "CHF": (
        "Zürich|Zurich|Geneva|Genève|Lausanne|Basel|Bern|Zug|Lugano|Winterthur|Lucerne|Luzern|St. Gallen|Fribourg|"
        "Neuchâtel"
    ),
    "SEK": "Stockholm|Gothenburg|Göteborg|Malmö|Uppsala|Linköping|Västerås|Umeå|Lund|Helsingborg|Örebro|Jönköping|Norrköping|Karlstad|Södertälje|Luleå|Gävle|Borås|Halmstad|Sundsvall",
    "NOK": "Oslo|Bergen|Trondheim|Stavanger|Tromsø|Drammen|Bodø|Kristiansand|Ålesund|Molde|Haugesund|Sandnes|Hammerfest",
    "DKK": "Copenhagen|København|Aarhus|Odense|Aalborg",
    "PLN": "Warsaw|Warszawa|Kraków|Krakow|Wrocław|Wroclaw|Gdańsk|Poznań|Łódź|Katowice",
    "INR": (
        "Bangalore|Bengaluru|Hyderabad|Pune|Mumbai|Chennai|Gurgaon|Gurugram|Noida|New Delhi|Delhi|"
        "Kolkata|Ahmedabad|Kochi|Coimbatore|Jaipur|Trivandrum|Thiruvananthapuram|Indore|Chandigarh|Mysuru|Nagpur"
    ),
    "JPY": "Tokyo|Osaka|Kyoto|Fukuoka|Yokohama|Nagoya|Sapporo",
    "CNY": "Shanghai|Beijing|Shenzhen|Hangzhou|Guangzhou",
    "ILS": "Tel Aviv|Haifa|Herzliya|Jerusalem|Ramat Gan|Petah Tikva|Ra'anana|Beersheba",
    "AED": "Dubai|Abu Dhabi",
    "BRL": (
        "São Paulo|Sao Paulo|Rio de Janeiro|Belo Horizonte|Curitiba|Porto Alegre|Florianópolis|Recife|Campinas|Brasília"
    ),
    "MXN": "Mexico City|Ciudad de México|CDMX|Guadalajara|Monterrey|Querétaro|Tijuana|Puebla|Saltillo|Toluca|San Luis Potosí|Aguascalientes|Hermosillo|Ciudad Juárez|Cancún|Mérida, Yucatán",
    "COP": "Bogotá|Bogota|Medellín|Medellin|Cali, Colombia|Barranquilla",
    "ARS": "Buenos Aires|Córdoba, Argentina|Rosario, Argentina",
    "CLP": "Santiago de Chile",
    "KRW": "Seoul|Busan|Pangyo|Seongnam",
    "TWD": "Taipei|Hsinchu",
    "THB": "Bangkok",
    "MYR": "Kuala Lumpur|Penang",
    "PHP": "Manila|Makati|Cebu",
    "IDR": "Jakarta|Bandung",
    "VND": "Ho Chi Minh City|Hanoi",
    "ZAR": "Johannesburg|Cape Town|Durban|Pretoria|Stellenbosch",
    "NGN": "Lagos|Abuja",
    "KES": "Nairobi",
    "EGP": "Cairo",
    "TRY": "Istanbul|Ankara|Izmir",
    "SAR": "Riyadh|Jeddah|Dhahran",
    "QAR": "Doha",
    "CZK": "Prague|Praha|Brno|Ostrava",
    "HUF": "Budapest|Debrecen",
    "RON": "Bucharest|Cluj-Napoca|Cluj|Timișoara|Iași",
}
_COUNTRIES: dict[str, str] = {
    "USD": "USA|United States|California",
    "CAD": "Canada|Ontario|British Columbia|Nova Scotia|New Brunswick|Alberta|Manitoba|Saskatchewan|Newfoundland|Canadian",
    "AUD": "Australia|Australian|superannuation",
    "NZD": "New Zealand|KiwiSaver",
    "HKD": "Hong Kong|HK",
    "SGD": "SG",
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

STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|"
    "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|"
    "Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|"
    "New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|"
    "South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|"
    "Wisconsin|Wyoming|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|"
    "Nova Scotia|New Brunswick|Queensland|Victoria|New South Wales"
)
"""States and provinces written out, as they follow a city."""

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
