"""Rule packs: what a rule file may say, and how packs are found, inherited and loaded."""
