# The panel at the side, in windows.
# SPDX-License-Identifier: MPL-2.0

.PHONY: check-panel
check-panel: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/panel/check $(PACKED)/budget.ots $(FORMS)/予算書一式.ods
