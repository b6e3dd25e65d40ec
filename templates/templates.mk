# SPDX-License-Identifier: MPL-2.0
# templates.mk: from the forms' text in templates/ to the workbooks: build/forms/NAME.ots is the
# empty template that the extension carries, NAME.ods and NAME.pdf are the filled sample. Inside the
# extension their files have ASCII names: unopkg fails on others where the locale is C.

WORKBOOKS := $(basename $(notdir $(wildcard templates/*.xml)))
FORM_TEXT := $(wildcard templates/form/* templates/sheets/*.xml)
PACKED    := $(BUNDLE)/templates/kenpo
FORMS     := $(B)/forms
LAY_OUT    = xsltproc --xinclude --stringparam version $(VERSION) \
             --stringparam registry ../../$(BUNDLE)/CalcAddIns.xcu
CONVERT    = SECONDS_MAX=300 LC_ALL=C.UTF-8 LANGUAGE=ja tools/office --headless --convert-to

.PHONY: forms
forms: $(FORMS)/templates $(FORMS)/samples

$(FORMS)/empty/%.fods: templates/%.xml $(FORM_TEXT) $(BUNDLE)/CalcAddIns.xcu
	@mkdir -p $(@D)
	@echo '  form $*'
	@$(LAY_OUT) -o $@ templates/form/form.xsl $< || { rm -f $@; exit 1; }

$(FORMS)/filled/%.fods: templates/%.xml $(FORM_TEXT) $(BUNDLE)/CalcAddIns.xcu
	@mkdir -p $(@D)
	@echo '  form $* (filled sample)'
	@$(LAY_OUT) --stringparam sample yes -o $@ templates/form/form.xsl $< || { rm -f $@; exit 1; }

# In a folder of its own, so that a sample that is open in Calc just now stands in nobody's way.
$(FORMS)/templates: $(WORKBOOKS:%=$(FORMS)/empty/%.fods) $(BUNDLED)
	@echo '  pack templates'
	@rm -rf $(FORMS)/packing-templates $(PACKED)
	@$(CONVERT) ots --outdir $(FORMS)/packing-templates $(filter %.fods,$^) >$@.log 2>&1
	@tools/show $(FORMS)/empty $(WORKBOOKS:%=$(FORMS)/packing-templates/%.ots)
	@mkdir -p $(PACKED)
	@for book in $(WORKBOOKS); do \
	    file=$$(xmllint --xpath 'string(/*/@file)' templates/$$book.xml); \
	    cp $(FORMS)/packing-templates/$$book.ots $(PACKED)/$$file.ots || { cat $@.log; exit 1; }; done
	@mv -f $(FORMS)/packing-templates/*.ots $(FORMS)
	@touch $@

$(FORMS)/samples: $(WORKBOOKS:%=$(FORMS)/filled/%.fods) $(BUNDLED)
	@echo '  pack samples, as .ods and .pdf'
	@rm -rf $(FORMS)/packing-samples
	@$(CONVERT) ods --outdir $(FORMS)/packing-samples $(filter %.fods,$^) >$@.log 2>&1
	@tools/show $(FORMS)/filled $(WORKBOOKS:%=$(FORMS)/packing-samples/%.ods)
	@$(CONVERT) pdf --outdir $(FORMS)/packing-samples $(WORKBOOKS:%=$(FORMS)/packing-samples/%.ods) >>$@.log 2>&1
	@for book in $(WORKBOOKS); do \
	    mv -f $(FORMS)/packing-samples/$$book.ods $(FORMS)/packing-samples/$$book.pdf $(FORMS) || { cat $@.log; exit 1; }; done
	@touch $@

$(B)/kenpo-calc.oxt: $(FORMS)/templates

.PHONY: check-forms
check-forms: $(FORMS)/templates $(FORMS)/samples
	@VERSION=$(VERSION) tests/forms/check $(WORKBOOKS)
