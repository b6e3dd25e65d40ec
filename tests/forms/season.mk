# SPDX-License-Identifier: MPL-2.0
# What the checks of 点検 see and what they say without need; each takes some minutes, and fails while
# something is unseen or said in vain.

.PHONY: season-report mistakes mistakes-2027 sound
season-report: $(FORMS)/templates $(FORMS)/samples
	@$(MAKE) --no-print-directory --keep-going mistakes mistakes-2027 sound

# The mistakes that people make, in every input cell of the filled sample and of one budget of FY2027.
mistakes: $(FORMS)/samples
	@/usr/bin/python3 tests/forms/mistakes.py $(FORMS)/mistakes.tsv

mistakes-2027: $(FORMS)/templates
	@/usr/bin/python3 tests/forms/mistakes.py $(FORMS)/mistakes-2027.tsv tests/forms/budgets/2027-allied.tsv

# Sound budgets of FY2015 to FY2028, invented and published.
sound: $(FORMS)/templates
	@/usr/bin/python3 tests/forms/sound.py
