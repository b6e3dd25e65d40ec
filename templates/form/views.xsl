<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     views.xsl: puts what a window shall show (frozen heads, no grid) into a packed workbook's settings.xml;
     an office that converts without a window leaves it out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">
  <!-- the flat file that the workbook was made from -->
  <xsl:param name="flat"/>

  <xsl:template match="@* | node()">
    <xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="config:config-item-set[@config:name = 'ooo:view-settings']">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()[not(@config:name = 'Views')]"/>
      <xsl:copy-of select="document($flat)//config:config-item-map-indexed[@config:name = 'Views']"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
