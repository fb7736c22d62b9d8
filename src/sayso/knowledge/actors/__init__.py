"""Who acts in the news: countries, organisations, office holders and words for people, with codes of PLOVER."""
