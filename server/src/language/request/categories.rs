//! What an expense was for: goods and merchants to category names.

use std::sync::LazyLock;

use domain::expense::OTHER;

use crate::language::lexer::Tokens;

/// Words of goods and merchants by category. Phrases of two words decide before single words.
#[rustfmt::skip]
static WORDS: [(&str, &[&str]); 12] = [
    ("Groceries", &[
        "groceries", "grocery", "grocerys", "supermarket", "tesco", "sainsbury's", "sainsburys",
        "asda", "lidl", "aldi", "rewe", "edeka", "walmart", "costco", "kroger", "safeway",
        "whole foods", "trader joe's", "trader joes", "milk", "bread", "eggs", "vegetables",
        "veggies", "fruit", "turkey", "meat", "cheese", "stop and shop", "publix", "morrisons",
        "waitrose", "carrefour", "wegmans", "bakery", "butcher",
        "woolies", "woolworths", "coles", "spar", "netto", "penny", "kaufland", "mercadona", "lidl run", "aldi run", "whole foods run", "yoghurt", "yogurt", "butter", "flour", "rice", "pasta", "chicken", "fish", "potatoes", "onions", "tomatoes", "bananas", "apples", "greengrocer", "fishmonger", "deli", "farmers market", "food shop", "weekly shop", "big shop", "food shopping", "grocery shopping", "coop", "co-op", "iceland", "meijer", "heb", "sprouts", "instacart", "ocado", "teabags", "cereal",
        "einkauf", "lebensmittel", "bäckerei", "backerei", "metzger", "biedronka", "auchan", "leclerc", "ica", "albert heijn", "migros", "big bazaar", "dmart", "blinkit", "bigbasket", "trader joe", "whole foods market", "nappies", "diapers", "baby formula", "loblaws", "sobeys",
    ]),
    ("Food", &[
        "food", "lunch", "dinner", "breakfast", "brunch", "supper", "coffee", "coffees", "latte",
        "cappuccino", "espresso", "flat white", "tea", "restaurant", "restaurants", "eating out",
        "dining", "dining out", "takeaway", "takeout", "pizza", "burger", "burgers", "sushi",
        "ramen", "döner", "doner", "kebab", "sandwich", "sandwiches", "snack", "snacks", "meal",
        "meals", "meal deal", "pint", "pints", "beer", "beers", "wine", "drinks", "drink", "pub",
        "bar", "cafe", "café", "starbucks", "mcdonald's", "mcdonalds", "chipotle",
        "subway sandwich", "laksa", "noodles", "curry", "tacos", "burrito", "ice cream", "donuts",
        "doughnuts", "bagel", "smoothie", "juice", "cake", "dessert", "bbq", "doordash",
        "deliveroo", "uber eats", "just eat", "grubhub", "swiggy", "zomato", "biryani", "thali",
        "chai", "steak", "salad", "soup", "cocktails", "bistro", "diner", "canteen", "ice-cream",
        "cookies", "chocolate",
        "poutine", "samosa", "samosas", "pakora", "naan", "tikka", "butter chicken", "masala dosa", "idli", "vada", "lassi", "paneer", "pani puri", "chaat", "roti", "paratha", "momos", "spring rolls", "dumplings", "wontons", "bao", "teriyaki", "katsu", "udon", "quesadilla", "enchiladas", "churros", "empanada", "arepas", "ceviche", "jollof", "lasagna", "lasagne", "risotto", "gnocchi", "panini", "focaccia", "toastie", "bacon roll", "sausage roll", "pasty", "scone", "scones", "cream tea", "bagels", "wrap", "sub", "hoagie", "fried chicken", "roast chicken", "poke bowl", "acai bowl", "granola", "prosecco", "champagne", "rum", "vodka", "tequila", "lager", "ale", "stout", "margarita", "spritz", "cortado", "prawns", "oat milk latte", "in n out", "in and out burger", "in-n-out", "dim sum", "bubble tea", "boba", "pho", "pad thai", "falafel", "shawarma", "gyros", "hot dog", "hotdog", "fries", "wings", "nachos", "pastry", "croissant", "muffin", "waffles", "pancakes", "gelato", "milkshake", "kfc",  "burger king", "wendy's", "taco bell", "domino's", "dominos", "nando's", "nandos", "greggs", "pret", "costa", "tim hortons", "dunkin", "panera", "chick-fil-a", "five guys", "shake shack", "izakaya", "bento", "tapas", "paella", "schnitzel", "currywurst", "pierogi", "mocha", "americano", "macchiato", "matcha", "water", "soda", "coke", "whisky", "gin", "cider", "round of drinks", "food truck", "school lunch", "work lunch", "menulog", "foodora", "wolt",
        "imbiss", "mittagessen", "abendessen", "frühstück", "kaffee", "restaurante", "tapas bar", "ramen bar", "sandwich shop", "crisps", "fish and chips", "chippy", "chinese takeaway", "pub lunch", "dosa", "momo", "hawker", "kopi", "banh mi", "bibimbap", "gelateria", "doner kebab", "food court", "vending machine", "iced coffee", "hot chocolate", "mulled wine", "glühwein", "oysters",
    ]),
    ("Transport", &[
        "transport", "transportation", "taxi", "taxis", "cab", "uber", "lyft", "bus", "train",
        "train ticket", "metro", "tube", "subway", "tram", "fuel", "gas", "petrol", "diesel",
        "parking", "toll", "tolls", "fare", "commute", "auto", "rickshaw", "monthly ticket",
        "car wash", "car repair", "mechanic", "tyres", "tires", "oil change", "bike repair",
        "scooter", "ferry", "transit", "oyster", "rideshare", "bus card", "fastag", "ola", "bolt",
        "mot", "bus pass", "car",
        "bvg", "suica", "pasmo", "opal card", "myki", "clipper", "metrocard", "tfl", "sbb", "deutsche bahn", "db ticket", "shell", "bp", "chevron", "exxon", "esso", "texaco", "aral", "petrol station", "gas station", "filling station", "bus ticket", "metro ticket", "tram ticket", "train fare", "bus fare", "underground", "coach ticket", "blablacar", "grab", "didi", "gojek", "freenow", "lime", "bird scooter", "car rental", "rental car", "hertz", "car insurance", "road tax", "rego", "servo", "congestion charge", "railcard", "charging station", "ev charging", "car service", "puncture", "amtrak", "caltrain", "bart",
        "deutschlandticket", "bahn", "bahnticket", "tanken", "benzin", "u-bahn", "s-bahn", "straßenbahn", "bvg ticket", "ns card", "navigo", "ov-chipkaart", "ic card", "tank of petrol", "tank of gas", "ubers", "minicab", "tuk tuk", "valet", "parking fine", "parking ticket", "speeding ticket", "metro card", "mta", "road toll", "e-toll", "ezpass", "e-zpass", "car park", "bike", "bicycle", "cycle hire", "bike hire", "car tax",
    ]),
    ("Housing", &[
        "rent", "mortgage", "housing", "furniture", "ikea", "plumber", "electrician", "repairs",
        "home", "council tax", "property tax", "landlord", "hoa", "cleaner",
        "hardware store", "home depot", "lowe's", "bunnings", "b&q", "sofa", "mattress", "curtains", "lamp", "locksmith", "boiler", "handyman", "gardener", "home insurance", "strata", "service charge", "ground rent", "bedding", "paint", "lightbulbs", "light bulbs", "screws", "washing machine", "fridge", "dishwasher", "vacuum cleaner",
        "miete", "möbel", "wohnung", "storage unit", "removals", "movers", "roofer", "cleaning lady", "estate agent", "home repairs", "wayfair", "light bulb", "toolbox",
    ]),
    ("Utilities", &[
        "utilities", "utility", "electricity", "electric", "electricity bill", "electric bill",
        "power bill", "water bill", "gas bill", "internet", "broadband", "wifi", "phone bill",
        "mobile bill", "phone", "heating", "trash bill", "sewage",
        "gas and electric", "gas & electric", "council water", "wi-fi", "sim card", "mobile plan", "cell phone bill", "cell plan", "verizon", "t-mobile", "at&t", "vodafone", "o2", "ee", "bt", "comcast", "xfinity", "power", "water rates", "energy bill", "heating oil", "tv licence", "tv license", "bin collection", "hydro", "phone plan",
        "strom", "stromrechnung", "gas rechnung", "electricity top up", "dth recharge", "recharge", "mobile recharge", "airtel", "jio", "telekom", "handyvertrag", "rundfunkbeitrag", "data plan", "council rates",
    ]),
    ("Entertainment", &[
        "entertainment", "cinema", "movie", "movies", "film", "concert", "concert tickets",
        "theatre", "theater", "netflix", "spotify", "hulu", "disney", "hbo", "subscription",
        "subscriptions", "game", "games", "museum", "bowling", "streaming", "youtube premium",
        "music", "gig", "festival", "zoo", "playstation", "xbox", "steam", "movie tickets",
        "show tickets", "karaoke", "arcade",
        "cinema tickets", "theatre tickets", "theater tickets", "disney+", "apple music", "audible", "kindle", "nintendo", "board game", "escape room", "mini golf", "nightclub", "club entry", "opera", "ballet", "aquarium", "theme park", "match tickets", "concert ticket", "movie ticket", "football tickets", "prime video", "patreon", "twitch", "exhibition", "comedy show",
        "kino", "konzert", "bouldering", "climbing", "paintball", "laser tag", "crazy golf", "pool table", "darts", "casino", "lottery", "vinyl", "comic", "comics", "gig tickets", "gig ticket", "icloud", "dazn", "crunchyroll", "panto", "matinee", "circus", "fair rides", "funfair",
    ]),
    ("Health", &[
        "health", "pharmacy", "doctor", "dentist", "medicine", "meds", "hospital", "prescription",
        "gym", "gym membership", "vet", "therapy", "therapist", "optician", "glasses", "physio",
        "vitamins", "insurance", "medical", "cvs", "walgreens", "boots pharmacy", "clinic", "yoga",
        "chemist", "drugstore", "apotheke", "gp", "blood test", "x-ray", "copay", "co-pay", "health insurance", "dental", "hygienist", "eye test", "contact lenses", "painkillers", "paracetamol", "ibuprofen", "aspirin", "antibiotics", "inhaler", "protein powder", "supplements", "pilates", "crossfit", "swimming", "vaccination", "flu shot", "counselling", "psychologist", "chiropractor", "orthodontist", "plasters", "rite aid",
        "zahnarzt", "arzt", "drogerie", "krankenkasse", "medikamente", "osteopath", "podiatrist", "dermatologist", "urgent care", "cough syrup", "cold medicine", "first aid kit", "mri", "ultrasound", "physiotherapy", "spin class", "gym class",
    ]),
    ("Shopping", &[
        "shopping", "clothes", "clothing", "shoes", "shirt", "jeans", "jacket", "dress", "amazon",
        "target", "book", "books", "iphone", "case", "phone case", "laptop", "headphones",
        "electronics", "dog food", "cat food", "pet food", "toys", "socks", "coat", "boots",
        "sneakers", "hat", "stamps", "stationery", "charger", "keyboard", "apparel", "zara", "h&m",
        "uniqlo", "ebay", "etsy", "pet", "tools", "cat litter",
        "trainers", "clogs", "slippers", "sandals", "heels", "scarf", "gloves", "belt", "tie", "suit", "blouse", "leggings", "pyjamas", "pajamas", "bra", "tights", "raincoat", "wellies", "flip flops", "swimsuit", "bikini", "uniform", "scrubs", "handbag", "purse", "jewellery", "jewelry", "ring", "earrings", "necklace", "kettle", "toaster", "microwave", "blender", "mug", "mugs", "plates", "saucepan", "frying pan", "duvet", "rug", "vase", "tracksuit", "t-shirt", "tshirt", "trousers", "pants", "shorts", "skirt", "sweater", "jumper", "hoodie", "underwear", "bag", "backpack", "wallet", "watch", "sunglasses", "umbrella", "monitor", "mouse", "printer", "printer ink", "tablet", "ipad", "phone", "cable", "adapter", "batteries", "nike", "adidas", "primark", "h and m", "decathlon", "argos", "john lewis", "macy's", "best buy", "kmart", "temu", "shein", "aliexpress", "yarn", "fabric", "plant pots", "plants", "toy", "lego", "notebook", "pens",
        "kleidung", "schuhe", "saturn", "mediamarkt", "flipkart", "myntra", "muji", "tk maxx", "tj maxx", "asos", "vinted", "depop", "earbuds", "airpods", "router", "webcam", "ssd", "usb stick", "dog toys", "dog treats", "pet shop", "petsmart", "garden centre", "charging cable", "hair dryer", "pillows", "towels", "candles", "picture frame",
    ]),
    ("Travel", &[
        "travel", "flight", "flights", "hotel", "hotels", "airbnb", "hostel", "plane",
        "plane tickets", "plane ticket", "airfare", "luggage", "vacation", "holiday", "visa",
        "trip", "accommodation", "cruise",
        "ryokan", "plane fare", "ryanair", "easyjet", "lufthansa", "delta", "united airlines", "eurostar", "booking.com", "expedia", "suitcase", "travel insurance", "bed and breakfast", "b&b", "motel", "campsite", "camping", "resort", "tour", "passport", "passport photos", "guesthouse", "ski pass", "lift pass",
        "hotelzimmer", "zugreise", "flixbus", "interrail", "seat upgrade", "baggage fee", "checked bag", "airport lounge", "duty free", "esim", "car hire", "ferry tickets", "ferry ticket",
    ]),
    ("Education", &[
        "education", "tuition", "course", "courses", "textbook", "textbooks", "school",
        "university", "class", "lesson", "lessons", "udemy", "coursera", "exam", "seminar",
        "workshop", "school fees",
        "daycare", "nursery fees", "kindergarten", "childcare", "school trip", "school uniform", "tutor", "tutoring", "piano lessons", "guitar lessons", "swimming lessons", "driving lessons", "driving lesson", "language course", "skillshare", "duolingo", "exam fee", "library fine", "preschool", "music lesson", "conference ticket",
        "kita", "schulbuch", "nursery", "creche", "college", "certification", "exam fees", "student loan", "online course", "school supplies", "babysitter",
    ]),
    ("Gifts", &[
        "gift", "gifts", "present", "presents", "donation", "donations", "charity", "flowers",
        "birthday gift", "wedding gift",
        "birthday card", "birthday present", "christmas present", "christmas presents", "gift card", "wedding present", "food bank", "donated", "donate", "bouquet", "baby shower", "leaving present", "oxfam", "red cross", "fundraiser", "church collection",
        "geschenk", "tip jar", "secret santa", "valentine's", "mother's day", "father's day", "get well card", "wedding gifts", "leaving gift", "housewarming gift", "charity run", "gofundme", "hallmark",
    ]),
    ("Personal care", &[
        "haircut", "barber", "hairdresser", "salon", "manicure", "nails", "cosmetics", "makeup",
        "shampoo", "grooming", "beauty", "spa", "massage", "deodorant", "toiletries",
        "hair cut", "hair", "barbershop", "pedicure", "waxing", "razor", "razors", "toothpaste", "toothbrush", "soap", "moisturiser", "moisturizer", "sunscreen", "perfume", "lipstick", "dry cleaning", "laundrette", "laundromat", "sephora", "facial", "beard trim", "conditioner", "skincare", "nail salon",
        "friseur", "haarschnitt", "eyebrows", "brows", "lashes", "nail polish", "hairbrush", "contact solution", "detergent", "laundry",
    ]),
];

/// The category whose own name a word is, and no mere thing of it: "food", "transportation".
pub(super) fn own(word: &str) -> Option<&'static str> {
    let alias = match word {
        "dining" | "eating out" => "Food",
        "grocery" => "Groceries",
        "transportation" | "travelling" | "commuting" => "Transport",
        "home" | "household" => "Housing",
        "bills" | "utility" => "Utilities",
        "medical" | "healthcare" => "Health",
        "fun" | "leisure" => "Entertainment",
        "gift" | "presents" => "Gifts",
        "misc" | "miscellaneous" => domain::expense::OTHER,
        _ => word,
    };
    domain::expense::CATEGORIES.into_iter().find(|name| name.eq_ignore_ascii_case(alias))
}

/// Whether a name begins here that other rules would take the first word from: "in n out", "on call".
pub(super) fn begins_name(tokens: &Tokens<'_>, at: usize) -> bool {
    ["in n out", "in-n-out", "in and out burger", "on the border", "on call", "on duty", "on leave"]
        .iter()
        .any(|name| super::sentence::phrase_at(tokens, at, name).is_some())
}

/// The category a text speaks of, by its longest phrase; of equals the first in the text.
pub(super) fn find(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<&'static str> {
    span(tokens, from, to).map(|(category, ..)| category)
}

/// The same, with the tokens of the phrase.
pub(super) fn span(
    tokens: &Tokens<'_>,
    from: usize,
    to: usize,
) -> Option<(&'static str, usize, usize)> {
    let mut best: Option<(usize, (&'static str, usize, usize))> = None;
    for at in from..to {
        if !tokens.is_word(at) {
            continue;
        }
        for (category, word) in beginning(tokens.word(at)) {
            let Some(end) = super::sentence::phrase_at(tokens, at, word)
                .or_else(|| is_plural(tokens.word(at), word).then_some(at + 1))
                .filter(|end| *end <= to)
            else {
                continue;
            };
            // A phrase as it is written beats one with a typing error ("charged", "charger").
            let exact = tokens.phrase(at, word).is_some();
            let weight = (end - at) * 2 - usize::from(!exact);
            if best.is_none_or(|(heaviest, _)| weight > heaviest) {
                best = Some((weight, (category, at, end)));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// The phrases with their categories that begin like a word. More than a thousand are too many to
/// look at for every word of a message.
fn beginning(word: &str) -> &'static [(&'static str, &'static str)] {
    static INDEX: LazyLock<Vec<Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
        let mut index = vec![Vec::new(); usize::from(u8::MAX) + 1];
        for (category, words) in &WORDS {
            for word in *words {
                let first = word.as_bytes().first().copied().unwrap_or_default();
                index[usize::from(first)].push((*category, *word));
            }
        }
        index
    });
    let first = word.as_bytes().first().copied().unwrap_or_default();
    INDEX.get(usize::from(first)).map_or(&[], Vec::as_slice)
}

/// "pizzas" are what "pizza" is.
fn is_plural(here: &str, word: &str) -> bool {
    here.strip_prefix(word).is_some_and(|ending| matches!(ending, "s" | "es"))
}

/// The category of a description ("taxi to the airport" is Transport), else "Other".
#[must_use]
pub fn category_of(description: &str) -> &'static str {
    let tokens = Tokens::new(description);
    find(&tokens, 0, tokens.len()).unwrap_or(OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goods_and_merchants_have_categories() {
        for (text, expected) in [
            ("lunch", "Food"),
            ("tesco shop", "Groceries"),
            ("taxi home", "Transport"),
            ("electricity bill", "Utilities"),
            ("rent", "Housing"),
            ("movie tickets", "Entertainment"),
            ("dog food", "Shopping"),
            ("pharmacy", "Health"),
            ("widget", "Other"),
        ] {
            assert_eq!(category_of(text), expected, "{text}");
        }
    }

    #[test]
    fn every_category_of_the_table_is_known() {
        assert!(WORDS.iter().all(|(category, _)| domain::expense::CATEGORIES.contains(category)));
    }
}
