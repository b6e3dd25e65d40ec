# SPDX-License-Identifier: MPL-2.0
# Carrying over (引き継ぎ) and comparing two versions, in a real office.

.PHONY: check-carry
check-carry: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/carry/check
