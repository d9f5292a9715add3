"""A bilingual glossary and terminology service, Chinese to English."""
