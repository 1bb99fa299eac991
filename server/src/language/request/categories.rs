//! What an expense was for: goods and merchants to category names.

use domain::expense::OTHER;

use crate::language::lexer::Tokens;

/// Words of goods and merchants by category. Phrases of two words decide before single words.
#[rustfmt::skip]
const WORDS: [(&str, &[&str]); 12] = [
    ("Groceries", &[
        "groceries", "grocery", "grocerys", "supermarket", "tesco", "sainsbury's", "sainsburys",
        "asda", "lidl", "aldi", "rewe", "edeka", "walmart", "costco", "kroger", "safeway",
        "whole foods", "trader joe's", "trader joes", "milk", "bread", "eggs", "vegetables",
        "veggies", "fruit", "turkey", "meat", "cheese", "stop and shop", "publix", "morrisons",
        "waitrose", "carrefour", "wegmans", "bakery", "butcher",
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
    ]),
    ("Transport", &[
        "transport", "transportation", "taxi", "taxis", "cab", "uber", "lyft", "bus", "train",
        "train ticket", "metro", "tube", "subway", "tram", "fuel", "gas", "petrol", "diesel",
        "parking", "toll", "tolls", "fare", "commute", "auto", "rickshaw", "monthly ticket",
        "car wash", "car repair", "mechanic", "tyres", "tires", "oil change", "bike repair",
        "scooter", "ferry", "transit", "oyster", "rideshare", "bus card", "fastag", "ola", "bolt",
        "mot", "bus pass", "car",
    ]),
    ("Housing", &[
        "rent", "mortgage", "housing", "furniture", "ikea", "plumber", "electrician", "repairs",
        "home", "council tax", "property tax", "landlord", "hoa", "cleaner",
    ]),
    ("Utilities", &[
        "utilities", "utility", "electricity", "electric", "electricity bill", "electric bill",
        "power bill", "water bill", "gas bill", "internet", "broadband", "wifi", "phone bill",
        "mobile bill", "phone", "heating", "trash bill", "sewage",
    ]),
    ("Entertainment", &[
        "entertainment", "cinema", "movie", "movies", "film", "concert", "concert tickets",
        "theatre", "theater", "netflix", "spotify", "hulu", "disney", "hbo", "subscription",
        "subscriptions", "game", "games", "museum", "bowling", "streaming", "youtube premium",
        "music", "gig", "festival", "zoo", "playstation", "xbox", "steam", "movie tickets",
        "show tickets", "karaoke", "arcade",
    ]),
    ("Health", &[
        "health", "pharmacy", "doctor", "dentist", "medicine", "meds", "hospital", "prescription",
        "gym", "gym membership", "vet", "therapy", "therapist", "optician", "glasses", "physio",
        "vitamins", "insurance", "medical", "cvs", "walgreens", "boots pharmacy", "clinic", "yoga",
    ]),
    ("Shopping", &[
        "shopping", "clothes", "clothing", "shoes", "shirt", "jeans", "jacket", "dress", "amazon",
        "target", "book", "books", "iphone", "case", "phone case", "laptop", "headphones",
        "electronics", "dog food", "cat food", "pet food", "toys", "socks", "coat", "boots",
        "sneakers", "hat", "stamps", "stationery", "charger", "keyboard", "apparel", "zara", "h&m",
        "uniqlo", "ebay", "etsy", "pet", "tools", "cat litter",
    ]),
    ("Travel", &[
        "travel", "flight", "flights", "hotel", "hotels", "airbnb", "hostel", "plane",
        "plane tickets", "plane ticket", "airfare", "luggage", "vacation", "holiday", "visa",
        "trip", "accommodation", "cruise",
    ]),
    ("Education", &[
        "education", "tuition", "course", "courses", "textbook", "textbooks", "school",
        "university", "class", "lesson", "lessons", "udemy", "coursera", "exam", "seminar",
        "workshop", "school fees",
    ]),
    ("Gifts", &[
        "gift", "gifts", "present", "presents", "donation", "donations", "charity", "flowers",
        "birthday gift", "wedding gift",
    ]),
    ("Personal care", &[
        "haircut", "barber", "hairdresser", "salon", "manicure", "nails", "cosmetics", "makeup",
        "shampoo", "grooming", "beauty", "spa", "massage", "deodorant", "toiletries",
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
        let first = tokens.word(at).as_bytes().first();
        for (category, words) in WORDS {
            for word in words.iter().filter(|word| word.as_bytes().first() == first) {
                let Some(end) =
                    super::sentence::phrase_at(tokens, at, word).filter(|end| *end <= to)
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
    }
    best.map(|(_, found)| found)
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
