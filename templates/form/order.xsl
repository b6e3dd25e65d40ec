<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     order.xsl: puts the conditional formats of a packed workbook into the order of their first cells, column
     by column. The office joins equal ones when it reads them; what it joins counts from the first, and
     Excel counts from the corner of the first range. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings" extension-element-prefixes="str"
                xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
  <xsl:variable name="digits" select="'0123456789'"/>
  <xsl:variable name="letters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="calcext:conditional-formats">
    <xsl:copy>
      <xsl:for-each select="calcext:conditional-format">
        <xsl:sort select="string-length(translate(str:tokenize(substring-before(@calcext:target-range-address, ':'), '.')[last()], $digits, ''))" data-type="number"/>
        <xsl:sort select="translate(str:tokenize(substring-before(@calcext:target-range-address, ':'), '.')[last()], $digits, '')"/>
        <xsl:sort select="translate(str:tokenize(substring-before(@calcext:target-range-address, ':'), '.')[last()], $letters, '')" data-type="number"/>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
