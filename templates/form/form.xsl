<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     form.xsl: turns a workbook's description into flat ODF: shapes become rows (shapes.xsl), rows
     and cells are laid out on a grid (lay.xsl), the grid is written down (write.xsl and the others).
     It may not know any single form: what one form needs stands in that form's description. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:exsl="http://exslt.org/common"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
    xmlns:ooo="http://openoffice.org/2004/office"
    exclude-result-prefixes="k exsl">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="k:*"/>

  <!-- "yes" fills the sample in -->
  <xsl:param name="sample" select="'no'"/>
  <!-- CalcAddIns.xcu, as the build wrote it from the table of functions: names in Calc and in files -->
  <xsl:param name="registry"/>
  <!-- of the extension that carries the form -->
  <xsl:param name="version"/>

  <xsl:variable name="styles" select="document('styles.xml')/styles"/>
  <xsl:variable name="types" select="document('types.xml')/types/type"/>

  <xsl:include href="shapes.xsl"/>
  <xsl:include href="lay.xsl"/>
  <xsl:include href="looks.xsl"/>
  <xsl:include href="write.xsl"/>
  <xsl:include href="charts.xsl"/>
  <xsl:include href="formulas.xsl"/>

  <!-- ============================================================ the document -->

  <xsl:template match="/k:workbook">
    <xsl:variable name="expanded"><xsl:apply-templates select="k:sheet" mode="expand"/></xsl:variable>
    <xsl:variable name="laid"><xsl:apply-templates select="exsl:node-set($expanded)/k:sheet" mode="lay"/></xsl:variable>
    <xsl:variable name="placed"><xsl:apply-templates select="exsl:node-set($laid)/sheet" mode="place"/></xsl:variable>
    <xsl:variable name="sheets" select="exsl:node-set($placed)/sheet"/>
    <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:meta>
        <dc:title>
          <xsl:value-of select="@title"/>
          <xsl:if test="$sample = 'yes'">(記入例)</xsl:if>
        </dc:title>
        <dc:description><xsl:value-of select="@description"/></dc:description>
        <dc:language>ja-JP</dc:language>
        <meta:user-defined meta:name="KenpoForm"><xsl:value-of select="concat(@file, ' ', $version, ' ', @title)"/></meta:user-defined>
        <xsl:if test="k:sheet[@filed]">
          <meta:user-defined meta:name="KenpoFiled"><xsl:for-each select="k:sheet[@filed]"><xsl:value-of select="concat(' ', @name)"/><xsl:if test="@years"><xsl:value-of select="concat(':', @years)"/></xsl:if></xsl:for-each></meta:user-defined>
        </xsl:if>
        <meta:user-defined meta:name="KenpoLanguage">ja</meta:user-defined>
        <xsl:if test="k:sheet//k:row[@grows]">
          <meta:user-defined meta:name="KenpoGrows"><xsl:for-each select="k:sheet//k:row[@grows]"><xsl:value-of select="concat(' ', @name)"/></xsl:for-each></meta:user-defined>
        </xsl:if>
      </office:meta>
      <xsl:call-template name="settings"><xsl:with-param name="sheets" select="$sheets"/></xsl:call-template>
      <xsl:copy-of select="$styles/office:font-face-decls"/>
      <xsl:copy-of select="$styles/office:styles"/>
      <office:automatic-styles>
        <xsl:call-template name="automatic-styles"><xsl:with-param name="sheets" select="$sheets"/></xsl:call-template>
        <xsl:copy-of select="$styles/office:automatic-styles/*[not(self::style:page-layout)]"/>
        <xsl:for-each select="$sheets"><xsl:apply-templates select="$styles/office:automatic-styles/style:page-layout[@style:name = substring(k:paper(current()), 1, 3)]" mode="paper"><xsl:with-param name="sheet" select="."/></xsl:apply-templates></xsl:for-each>
      </office:automatic-styles>
      <office:master-styles>
        <xsl:for-each select="$sheets"><xsl:apply-templates select="$styles/office:master-styles/style:master-page[@style:name = substring(k:paper(current()), 1, 3)]" mode="paper"><xsl:with-param name="sheet" select="."/></xsl:apply-templates></xsl:for-each>
      </office:master-styles>
      <office:body>
        <office:spreadsheet>
          <table:calculation-settings table:automatic-find-labels="false" table:use-regular-expressions="false" table:use-wildcards="true"/>
          <table:content-validations>
            <xsl:apply-templates select="$sheets/row/cell[@kind = 'in' or @kind = 'copy']" mode="validation"/>
          </table:content-validations>
          <xsl:apply-templates select="$sheets" mode="write"/>
          <table:named-expressions>
            <xsl:apply-templates select="$sheets/name" mode="write"/>
          </table:named-expressions>
        </office:spreadsheet>
      </office:body>
    </office:document>
  </xsl:template>

  <xsl:template name="settings">
    <xsl:param name="sheets"/>
    <office:settings>
      <config:config-item-set config:name="ooo:view-settings">
        <config:config-item-map-indexed config:name="Views">
          <config:config-item-map-entry>
            <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>
            <config:config-item config:name="ActiveTable" config:type="string"><xsl:value-of select="$sheets[1]/@name"/></config:config-item>
            <config:config-item config:name="ShowGrid" config:type="boolean">false</config:config-item>
            <!-- the head of a table stays in sight; where there are several, the title does; a title page scrolls -->
            <config:config-item-map-named config:name="Tables">
              <xsl:for-each select="$sheets">
                <xsl:variable name="rows">
                  <xsl:choose>
                    <xsl:when test="@cover">0</xsl:when>
                    <xsl:when test="@repeat or count(row[@kind = 'head']) = 1"><xsl:value-of select="row[@kind = 'head'][1]/@r"/></xsl:when>
                    <xsl:otherwise>4</xsl:otherwise>
                  </xsl:choose>
                </xsl:variable>
                <config:config-item-map-entry config:name="{@name}">
                  <config:config-item config:name="HorizontalSplitMode" config:type="short">0</config:config-item>
                  <config:config-item config:name="VerticalSplitMode" config:type="short"><xsl:value-of select="2 * ($rows &gt; 0)"/></config:config-item>
                  <config:config-item config:name="HorizontalSplitPosition" config:type="int">0</config:config-item>
                  <config:config-item config:name="VerticalSplitPosition" config:type="int"><xsl:value-of select="$rows"/></config:config-item>
                  <config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
                  <config:config-item config:name="PositionLeft" config:type="int">0</config:config-item>
                  <config:config-item config:name="PositionRight" config:type="int">0</config:config-item>
                  <config:config-item config:name="PositionTop" config:type="int">0</config:config-item>
                  <config:config-item config:name="PositionBottom" config:type="int"><xsl:value-of select="$rows"/></config:config-item>
                  <config:config-item config:name="ShowGrid" config:type="boolean">false</config:config-item>
                </config:config-item-map-entry>
              </xsl:for-each>
            </config:config-item-map-named>
          </config:config-item-map-entry>
        </config:config-item-map-indexed>
      </config:config-item-set>
    </office:settings>
  </xsl:template>

</xsl:stylesheet>
