<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     write.xsl: the grid written down as the tables of flat ODF, and its names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    exclude-result-prefixes="k">

  <xsl:template match="sheet" mode="write">
    <xsl:variable name="repeated">
      <xsl:choose>
        <xsl:when test="@repeat"><xsl:value-of select="row[@kind = 'head'][1]/@r"/></xsl:when>
        <xsl:otherwise>4</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <table:table table:name="{@name}" table:style-name="sheet{@index}" table:protected="true"
        table:print-ranges="{$sheet}.$A$1:{$sheet}.${k:letter(@width)}${count(row)}">
      <table:title><xsl:value-of select="@title"/></table:title>
      <xsl:for-each select="k:column">
        <table:table-column table:style-name="w{@width}" table:default-cell-style-name="紙面">
          <xsl:if test="@hidden"><xsl:attribute name="table:visibility">collapse</xsl:attribute></xsl:if>
        </table:table-column>
      </xsl:for-each>
      <table:table-header-rows>
        <xsl:apply-templates select="row[@r &lt;= $repeated]" mode="write"/>
      </table:table-header-rows>
      <xsl:apply-templates select="row[@r &gt; $repeated]" mode="write"/>
    </table:table>
  </xsl:template>

  <xsl:template match="row" mode="write">
    <table:table-row table:style-name="h{@height}{@break}">
      <xsl:call-template name="empty-cells"><xsl:with-param name="count" select="cell[1]/@c - 1"/></xsl:call-template>
      <xsl:for-each select="cell">
        <xsl:apply-templates select="." mode="write"/>
        <xsl:call-template name="empty-cells">
          <xsl:with-param name="count" select="following-sibling::cell[1]/@c - @c - 1"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="not(cell)"><table:table-cell/></xsl:if>
    </table:table-row>
  </xsl:template>

  <xsl:template name="empty-cells">
    <xsl:param name="count"/>
    <xsl:if test="$count &gt; 0"><table:table-cell table:number-columns-repeated="{$count}"/></xsl:if>
  </xsl:template>

  <xsl:template match="cell" mode="write">
    <xsl:variable name="type" select="$types[@name = current()/@type]"/>
    <table:table-cell>
      <xsl:attribute name="table:style-name"><xsl:call-template name="cell-style"/></xsl:attribute>
      <xsl:if test="@span">
        <xsl:attribute name="table:number-columns-spanned"><xsl:value-of select="@span"/></xsl:attribute>
        <xsl:attribute name="table:number-rows-spanned">1</xsl:attribute>
      </xsl:if>
      <xsl:if test="@kind = 'in' or @kind = 'copy'">
        <xsl:attribute name="table:content-validation-name"><xsl:value-of select="concat('v', ../../@index, '-', ../@r, '-', @c)"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@kind = 'chart'"><xsl:call-template name="chart"/></xsl:when>
        <xsl:when test="@formula">
          <xsl:attribute name="table:formula">
            <xsl:text>of:</xsl:text>
            <xsl:variable name="text"><xsl:call-template name="guarded"/></xsl:variable>
            <xsl:call-template name="formula"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
          </xsl:attribute>
        </xsl:when>
        <xsl:when test="@value != '' and $type/@value = 'date'">
          <xsl:attribute name="office:value-type">date</xsl:attribute>
          <xsl:attribute name="office:date-value"><xsl:value-of select="@value"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="@value != '' and ($type/@value = 'float' or $type/@value = 'percentage')">
          <xsl:attribute name="office:value-type"><xsl:value-of select="$type/@value"/></xsl:attribute>
          <xsl:attribute name="office:value"><xsl:value-of select="@value"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="@value != '' or . != ''">
          <xsl:attribute name="office:value-type">string</xsl:attribute>
          <text:p><xsl:value-of select="concat(@value, .)"/></text:p>
        </xsl:when>
      </xsl:choose>
    </table:table-cell>
    <xsl:if test="@span"><table:covered-table-cell table:number-columns-repeated="{@span - 1}"/></xsl:if>
  </xsl:template>

  <xsl:template name="cell-style">
    <xsl:choose>
      <xsl:when test="@style != ''"><xsl:value-of select="@style"/></xsl:when>
      <xsl:when test="../../k:column[position() = current()/@c]/@hidden or @type = 'unseen'">隠し</xsl:when>
      <xsl:when test="@kind = 'none' or @c &gt; ../../@width">紙面</xsl:when>
      <xsl:when test="@kind = 'title' and ../../@cover">表題</xsl:when>
      <xsl:when test="@kind = 'title'">題名</xsl:when>
      <xsl:when test="@kind = 'left'">題字左</xsl:when>
      <xsl:when test="@kind = 'right'">題字右</xsl:when>
      <xsl:when test="@kind = 'copy'">正副</xsl:when>
      <xsl:when test="@kind = 'heading'">小見出し</xsl:when>
      <xsl:otherwise>説明</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="name" mode="write">
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="from" select="concat($sheet, '.$', k:letter(@c), '$', @r)"/>
    <xsl:variable name="to" select="concat($sheet, '.$', k:letter(@to-c), '$', @to-r)"/>
    <table:named-range table:name="{@name}" table:base-cell-address="{$from}">
      <xsl:attribute name="table:cell-range-address">
        <xsl:value-of select="$from"/>
        <xsl:if test="$from != $to"><xsl:value-of select="concat(':', $to)"/></xsl:if>
      </xsl:attribute>
    </table:named-range>
  </xsl:template>
</xsl:stylesheet>
