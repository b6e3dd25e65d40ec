# What a tool can hold of the house's style.
# SPDX-License-Identifier: MPL-2.0

.PHONY: style
style: bundle
	@tests/style/check $(B)/so $(DEFINE) $(INCLUDE) $(UNO) -Itests/lib -Itests/rules -Itests/calc -Itools
