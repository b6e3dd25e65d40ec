<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     expanded.xsl: a workbook's description with its shapes put in, as form.rnc knows it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:k="urn:org.kenpocalc:form">
  <xsl:import href="../../templates/form/shapes.xsl"/>
  <xsl:strip-space elements="k:*"/>
  <xsl:template match="/"><xsl:apply-templates select="*" mode="expand"/></xsl:template>
</xsl:stylesheet>
