# SPDX-License-Identifier: MPL-2.0
# What the checks of 点検 see and what they say without need. `make check` tries all sound budgets, and in the
# filled sample and one budget of FY2027 each mistake that some check has to see; season-report tries every
# mistake in budgets of many years and kinds, some minutes long, and fails while one is unseen.

.PHONY: season-report check-season mistakes sound
season-report: $(FORMS)/templates $(FORMS)/samples
	@$(MAKE) --no-print-directory --keep-going mistakes sound

check-season: $(FORMS)/templates $(FORMS)/samples
	@/usr/bin/python3 tests/forms/sound.py >$(FORMS)/sound.log || { cat $(FORMS)/sound.log; exit 1; }
	@tail -n 1 $(FORMS)/sound.log
	@/usr/bin/python3 tests/forms/mistakes.py -w sample tests/forms/budgets/2027-allied.tsv

# The mistakes that people make, in every input cell: a table a budget beside the forms.
TRIED := 2015-single 2015-plan 2023-special-insured 2024-multi 2025-designated 2026-multi 2026-reserve 2027-allied \
    2027-single 2028-nominal
mistakes: $(FORMS)/templates $(FORMS)/samples
	@/usr/bin/python3 tests/forms/mistakes.py -t $(FORMS) sample $(TRIED:%=tests/forms/budgets/%.tsv)

# Sound budgets of FY2015 to FY2028, invented and published.
sound: $(FORMS)/templates
	@/usr/bin/python3 tests/forms/sound.py
