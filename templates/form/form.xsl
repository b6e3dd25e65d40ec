<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     form.xsl: turns a workbook's description (form.rnc) into flat ODF. First every row and cell is
     laid out on a grid (mode="lay", "place"), then the grid is written down (mode="write").
     It may not know any single form: what one form needs stands in that form's description. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    xmlns:oor="http://openoffice.org/2001/registry"
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
    exclude-result-prefixes="k exsl str oor">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="k:*"/>

  <!-- "yes" fills the sample in -->
  <xsl:param name="sample" select="'no'"/>
  <!-- CalcAddIns.xcu, as the build wrote it from the table of functions: names in Calc and in files -->
  <xsl:param name="registry"/>
  <!-- of the extension that carries the form -->
  <xsl:param name="version"/>

  <xsl:variable name="functions" select="document($registry)//node[@oor:name='AddInFunctions']/node"/>
  <xsl:variable name="styles" select="document('styles.xml')/styles"/>
  <xsl:variable name="types" select="document('types.xml')/types/type"/>
  <xsl:variable name="letters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <!-- ============================================================ laying the rows out -->

  <xsl:template match="k:sheet" mode="lay">
    <sheet width="{count(k:column)}">
      <xsl:copy-of select="@name | @title | @page | @repeat | @dense"/>
      <xsl:copy-of select="k:column"/>
      <!-- Calc 7.4 computes a formula of a repeated row on load only if it depends on an add-in's
           function: 年度表示 does. -->
      <row kind="top" height="6mm">
        <cell kind="left" c="1">様式再現(原本は通知別添)</cell>
        <xsl:if test="@copy">
          <cell kind="copy" c="{count(k:column)}" type="choice" list="正本|副本" value="正本" name="正本副本" hint="印刷する部の別(正本 1 部、副本 2 部)"/>
        </xsl:if>
      </row>
      <row kind="top" height="10mm">
        <cell kind="title" c="1" span="{count(k:column)}" type="text" formula='=年度表示&amp;" {@title}"'/>
      </row>
      <row kind="top" height="6mm">
        <cell kind="left" c="1" type="text" formula='=IF(年度表示="";"";組合名称)&amp;IF(組合記号="";"";"(記号 "&amp;組合記号&amp;")")'/>
        <cell kind="right" c="{count(k:column)}"><xsl:value-of select="@unit"/></cell>
      </row>
      <row kind="top" height="2mm"/>
      <xsl:apply-templates select="*" mode="lay"/>
    </sheet>
  </xsl:template>

  <xsl:template match="k:column" mode="lay"/>

  <xsl:template match="k:gap | k:break" mode="lay">
    <row kind="gap" height="4mm">
      <xsl:if test="self::k:break"><xsl:attribute name="break">yes</xsl:attribute></xsl:if>
    </row>
  </xsl:template>

  <xsl:template match="k:heading" mode="lay">
    <row kind="heading" height="7mm"><cell kind="heading" c="1"><xsl:value-of select="."/></cell></row>
  </xsl:template>

  <!-- as high as its lines, 3 mm a character -->
  <xsl:template match="k:remark" mode="lay">
    <xsl:variable name="line" select="floor(sum(../k:column/@width) div 3.05)"/>
    <xsl:variable name="lines">
      <xsl:value-of select="@lines"/>
      <xsl:if test="not(@lines)"><xsl:value-of select="ceiling(string-length(.) div $line)"/></xsl:if>
    </xsl:variable>
    <row kind="remark" height="{4.3 * $lines + 1}mm">
      <cell kind="remark" c="1" span="{count(../k:column)}">
        <xsl:if test="starts-with(., '=')"><xsl:attribute name="formula"><xsl:value-of select="."/></xsl:attribute></xsl:if>
        <xsl:if test="not(starts-with(., '='))"><xsl:value-of select="."/></xsl:if>
      </cell>
    </row>
  </xsl:template>

  <xsl:template match="k:chart" mode="lay">
    <row kind="chart" height="{@height}mm">
      <cell kind="chart" c="1"><xsl:copy-of select="@*[name() != 'height']"/></cell>
    </row>
  </xsl:template>

  <xsl:template match="k:block" mode="lay">
    <xsl:variable name="block" select="@name"/>
    <xsl:for-each select="ancestor::k:sheet/k:column">
      <xsl:if test="$block and @suffix"><begin c="{position()}" name="{$block}{@suffix}"/></xsl:if>
    </xsl:for-each>
    <xsl:apply-templates select="*" mode="lay"/>
    <xsl:for-each select="ancestor::k:sheet/k:column[$block and @suffix]">
      <end name="{$block}{@suffix}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="k:head | k:row" mode="lay">
    <xsl:param name="time" select="1"/>
    <row kind="{local-name()}" class="{@class}">
      <xsl:copy-of select="@break"/>
      <xsl:if test="$time = 1">
        <xsl:copy-of select="@times"/>
        <xsl:for-each select="k:range"><range><xsl:copy-of select="@*"/></range></xsl:for-each>
      </xsl:if>
      <xsl:apply-templates select="k:*[not(self::k:range)]" mode="lay">
        <xsl:with-param name="time" select="$time"/>
      </xsl:apply-templates>
      <xsl:call-template name="column-defaults"/>
    </row>
    <xsl:if test="@times &gt; $time">
      <xsl:apply-templates select="." mode="lay">
        <xsl:with-param name="time" select="$time + 1"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template name="column-defaults">
    <xsl:variable name="used" select="count(k:*[not(self::k:range)]) + sum(k:*/@across) - count(k:*/@across)"/>
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="ancestor::k:sheet/k:column">
      <xsl:if test="position() &gt; $used">
        <cell c="{position()}" kind="skip">
          <xsl:if test="@input and $row[self::k:row]">
            <xsl:attribute name="kind">in</xsl:attribute>
            <xsl:copy-of select="@type | @hint"/>
          </xsl:if>
          <xsl:if test="@formula and $row[self::k:row]">
            <xsl:attribute name="kind">f</xsl:attribute>
            <xsl:copy-of select="@formula | @type"/>
            <xsl:if test="$row/@name and @suffix">
              <xsl:attribute name="name"><xsl:value-of select="concat($row/@name, @suffix)"/></xsl:attribute>
            </xsl:if>
          </xsl:if>
        </cell>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="k:head/* | k:row/*" mode="lay">
    <xsl:param name="time"/>
    <xsl:param name="step" select="1"/>
    <xsl:variable name="before" select="preceding-sibling::*[not(self::k:range)]"/>
    <xsl:variable name="c" select="count($before) + sum($before/@across) - count($before/@across) + $step"/>
    <cell kind="{local-name()}" c="{$c}">
      <xsl:if test="self::k:d">
        <xsl:attribute name="kind">f</xsl:attribute>
        <xsl:copy-of select="ancestor::k:sheet/k:column[position() = $c]/@type"/>
      </xsl:if>
      <xsl:copy-of select="@type | @list | @hint | @over"/>
      <xsl:call-template name="cell-name">
        <xsl:with-param name="column" select="ancestor::k:sheet/k:column[position() = $c]"/>
        <xsl:with-param name="time" select="$time"/>
      </xsl:call-template>
      <xsl:call-template name="cell-value">
        <xsl:with-param name="column" select="ancestor::k:sheet/k:column[position() = $c]"/>
        <xsl:with-param name="step" select="$step"/>
        <xsl:with-param name="time" select="$time"/>
      </xsl:call-template>
    </cell>
    <xsl:if test="@across &gt; $step">
      <xsl:apply-templates select="." mode="lay">
        <xsl:with-param name="time" select="$time"/>
        <xsl:with-param name="step" select="$step + 1"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template name="cell-name">
    <xsl:param name="column"/>
    <xsl:param name="time"/>
    <xsl:choose>
      <xsl:when test="$time &gt; 1 or not(self::k:in or self::k:f or self::k:d)"/>
      <xsl:when test="@name and @across">
        <xsl:attribute name="name"><xsl:value-of select="concat(@name, $column/@suffix)"/></xsl:attribute>
      </xsl:when>
      <xsl:when test="@name"><xsl:copy-of select="@name"/></xsl:when>
      <xsl:when test="../@name and $column/@suffix">
        <xsl:attribute name="name"><xsl:value-of select="concat(../@name, $column/@suffix)"/></xsl:attribute>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Where a cell stands for several columns or rows, its values stand side by side. -->
  <xsl:template name="cell-value">
    <xsl:param name="column"/>
    <xsl:param name="step"/>
    <xsl:param name="time"/>
    <xsl:variable name="place" select="$step + $time - 1"/>
    <xsl:choose>
      <xsl:when test="self::k:f or self::k:d">
        <xsl:attribute name="formula">
          <xsl:call-template name="replace">
            <xsl:with-param name="text" select="string(self::k:f | $column[current()/self::k:d]/@formula)"/>
            <xsl:with-param name="from" select="'§'"/>
            <xsl:with-param name="to" select="string($column/@suffix)"/>
          </xsl:call-template>
        </xsl:attribute>
      </xsl:when>
      <xsl:when test="self::k:in">
        <xsl:variable name="given">
          <xsl:if test="$sample = 'yes'"><xsl:value-of select="@sample"/></xsl:if>
          <xsl:if test="not($sample = 'yes' and @sample)"><xsl:value-of select="@value"/></xsl:if>
        </xsl:variable>
        <xsl:attribute name="value">
          <xsl:if test="@across or ../@times"><xsl:value-of select="str:tokenize($given, ' ')[$place]"/></xsl:if>
          <xsl:if test="not(@across or ../@times)"><xsl:value-of select="$given"/></xsl:if>
        </xsl:attribute>
      </xsl:when>
      <xsl:when test="../@times and contains(., '|')"><xsl:value-of select="str:tokenize(., '|')[$place]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="replace">
    <xsl:param name="text"/>
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="contains($text, $from)">
        <xsl:value-of select="concat(substring-before($text, $from), $to)"/>
        <xsl:call-template name="replace">
          <xsl:with-param name="text" select="substring-after($text, $from)"/>
          <xsl:with-param name="from" select="$from"/>
          <xsl:with-param name="to" select="$to"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ placing them on the grid -->

  <xsl:template match="sheet" mode="place">
    <sheet index="{position()}">
      <xsl:copy-of select="@*"/>
      <xsl:copy-of select="k:column"/>
      <xsl:apply-templates select="row" mode="place"/>
      <xsl:apply-templates select="begin | row/range | row/cell[@name]" mode="name"/>
    </sheet>
  </xsl:template>

  <xsl:template match="row" mode="place">
    <xsl:variable name="inside" select="@kind = 'head' or @kind = 'row'"/>
    <xsl:variable name="above" select="preceding-sibling::row[1]/@kind"/>
    <xsl:variable name="below" select="following-sibling::row[1]/@kind"/>
    <xsl:variable name="first" select="$inside and not($above = 'head' or $above = 'row')"/>
    <xsl:variable name="last" select="$inside and not($below = 'head' or $below = 'row')"/>
    <xsl:variable name="row" select="."/>
    <xsl:variable name="sheet" select="count(../preceding-sibling::sheet) + 1"/>
    <xsl:variable name="width" select="../@width"/>
    <row r="{count(preceding-sibling::row) + 1}">
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="cell">
        <cell>
          <xsl:copy-of select="@*"/>
          <!-- the label that runs over this cell, and whether it runs on -->
          <xsl:variable name="label" select="(self::cell[@kind != 'skip'] | preceding-sibling::cell[@kind != 'skip'])[last()]"/>
          <xsl:variable name="runs" select="$label[@kind = 't' or @kind = 'note'] and ($row/@class != '' or $label/@over)"/>
          <xsl:variable name="over" select="$runs and following-sibling::cell[1]/@kind = 'skip'"/>
          <xsl:if test="@kind != 'skip' and $over"><xsl:attribute name="wide">yes</xsl:attribute></xsl:if>
          <xsl:attribute name="style">
            <xsl:if test="$inside and @kind != 'none'">
              <xsl:value-of select="concat('s', $sheet, '-', $row/@kind, '.', @kind, '.', @type, '.', $row/@class, '.')"/>
              <xsl:if test="@c = 1">l</xsl:if>
              <xsl:if test="@c = $width or following-sibling::cell[1]/@kind = 'none'">r</xsl:if>
              <xsl:if test="$over">o</xsl:if>
              <xsl:if test="$runs and @kind = 'skip'">w</xsl:if>
              <xsl:if test="$first">t</xsl:if>
              <xsl:if test="$last">b</xsl:if>
            </xsl:if>
          </xsl:attribute>
          <xsl:value-of select="."/>
        </cell>
      </xsl:for-each>
    </row>
  </xsl:template>

  <xsl:template match="begin" mode="name">
    <xsl:variable name="name" select="@name"/>
    <xsl:variable name="end" select="following-sibling::end[@name = $name][1]"/>
    <name name="{@name}" c="{@c}" r="{count(preceding-sibling::row) + 1}" to-c="{@c}" to-r="{count($end/preceding-sibling::row)}"/>
  </xsl:template>

  <xsl:template match="range" mode="name">
    <name name="{@name}" c="{@from}" to-c="{@to}" r="{count(../preceding-sibling::row) + 1}" to-r="{count(../preceding-sibling::row) + 1}"/>
  </xsl:template>

  <xsl:template match="cell" mode="name">
    <xsl:variable name="r" select="count(../preceding-sibling::row) + 1"/>
    <name name="{@name}" c="{@c}" to-c="{@c}" r="{$r}" to-r="{$r + number(concat('0', ../@times)) - count(../@times)}"/>
  </xsl:template>

  <!-- ============================================================ the document -->

  <xsl:template match="/k:workbook">
    <xsl:variable name="laid"><xsl:apply-templates select=".//k:sheet" mode="lay"/></xsl:variable>
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
      </office:meta>
      <xsl:call-template name="settings"><xsl:with-param name="sheets" select="$sheets"/></xsl:call-template>
      <xsl:copy-of select="$styles/office:font-face-decls"/>
      <xsl:copy-of select="$styles/office:styles"/>
      <office:automatic-styles>
        <xsl:call-template name="automatic-styles"><xsl:with-param name="sheets" select="$sheets"/></xsl:call-template>
        <xsl:copy-of select="$styles/office:automatic-styles/*"/>
      </office:automatic-styles>
      <xsl:copy-of select="$styles/office:master-styles"/>
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
          </config:config-item-map-entry>
        </config:config-item-map-indexed>
      </config:config-item-set>
    </office:settings>
  </xsl:template>

  <!-- ============================================================ styles that depend on the form -->

  <xsl:key name="width" match="k:column" use="@width"/>
  <xsl:key name="height" match="row" use="concat(@height, @break)"/>
  <xsl:key name="style" match="cell[@style != '']" use="@style"/>

  <xsl:template name="automatic-styles">
    <xsl:param name="sheets"/>
    <xsl:for-each select="$sheets/k:column[generate-id() = generate-id(key('width', @width)[1])]">
      <style:style style:name="w{@width}" style:family="table-column">
        <style:table-column-properties style:column-width="{@width}mm"/>
      </style:style>
    </xsl:for-each>
    <xsl:for-each select="$sheets/row[generate-id() = generate-id(key('height', concat(@height, @break))[1])]">
      <style:style style:name="h{@height}{@break}" style:family="table-row">
        <style:table-row-properties>
          <xsl:if test="@height"><xsl:attribute name="style:row-height"><xsl:value-of select="@height"/></xsl:attribute></xsl:if>
          <xsl:attribute name="style:use-optimal-row-height"><xsl:value-of select="not(@height)"/></xsl:attribute>
          <xsl:if test="@break"><xsl:attribute name="fo:break-before">page</xsl:attribute></xsl:if>
        </style:table-row-properties>
      </style:style>
    </xsl:for-each>
    <xsl:for-each select="$sheets[1] | $sheets[@page = 'landscape'][1] | $sheets[@page = 'portrait'][1]">
      <xsl:variable name="page" select="@page"/>
      <xsl:if test="generate-id() = generate-id($sheets[@page = $page][1])">
        <style:style style:name="{$page}" style:family="table">
          <xsl:attribute name="style:master-page-name">
            <xsl:if test="$page = 'portrait'">A4縦</xsl:if>
            <xsl:if test="$page = 'landscape'">A4横</xsl:if>
          </xsl:attribute>
          <style:table-properties table:display="true"/>
        </style:style>
      </xsl:if>
    </xsl:for-each>
    <xsl:apply-templates select="$sheets/row/cell[@style != '' and generate-id() = generate-id(key('style', @style)[1])]" mode="style"/>
  </xsl:template>

  <xsl:template match="cell" mode="style">
    <xsl:variable name="type" select="$types[@name = current()/@type]"/>
    <xsl:variable name="class" select="../@class"/>
    <style:style style:name="{@style}" style:family="table-cell">
      <xsl:attribute name="style:parent-style-name"><xsl:call-template name="parent-style"/></xsl:attribute>
      <xsl:if test="$type"><xsl:attribute name="style:data-style-name"><xsl:value-of select="$type/@style"/></xsl:attribute></xsl:if>
      <style:table-cell-properties>
        <xsl:call-template name="borders"/>
        <xsl:if test="../../@dense">
          <xsl:attribute name="fo:padding-top">0.35mm</xsl:attribute>
          <xsl:attribute name="fo:padding-bottom">0.35mm</xsl:attribute>
        </xsl:if>
        <xsl:if test="@kind = 'in' and @type = 'long'"><xsl:attribute name="fo:wrap-option">wrap</xsl:attribute></xsl:if>
        <xsl:if test="$class = 'band'"><xsl:attribute name="fo:background-color">#f5f5f5</xsl:attribute></xsl:if>
        <xsl:if test="@wide"><xsl:attribute name="fo:wrap-option">no-wrap</xsl:attribute></xsl:if>
      </style:table-cell-properties>
      <xsl:if test="$type">
        <style:paragraph-properties fo:text-align="{$type/@align}"/>
      </xsl:if>
      <xsl:call-template name="letters"/>
      <xsl:call-template name="conditions"/>
    </style:style>
  </xsl:template>

  <!-- smaller for memos and in a dense sheet; bold in the rows of 款 and of sums -->
  <xsl:template name="letters">
    <xsl:variable name="small" select="@kind = 'note' or @type = 'memo' or @type = 'source' or @type = 'finding' or @type = 'link'"/>
    <xsl:variable name="size">
      <xsl:choose>
        <xsl:when test="../../@dense and $small">7.5pt</xsl:when>
        <xsl:when test="../../@dense">9pt</xsl:when>
        <xsl:when test="@type = 'memo'">8pt</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="bold" select="../@class != '' and not($small)"/>
    <xsl:if test="$size != '' or $bold or @type = 'link'">
      <style:text-properties>
        <xsl:if test="@type = 'link'"><xsl:attribute name="style:text-underline-style">solid</xsl:attribute></xsl:if>
        <xsl:if test="$size != ''">
          <xsl:attribute name="fo:font-size"><xsl:value-of select="$size"/></xsl:attribute>
          <xsl:attribute name="style:font-size-asian"><xsl:value-of select="$size"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="$bold">
          <xsl:attribute name="fo:font-weight">bold</xsl:attribute>
          <xsl:attribute name="style:font-weight-asian">bold</xsl:attribute>
        </xsl:if>
      </style:text-properties>
    </xsl:if>
  </xsl:template>

  <xsl:template name="parent-style">
    <xsl:choose>
      <xsl:when test="../@kind = 'head'">見出し</xsl:when>
      <xsl:when test="@kind = 'in'">入力</xsl:when>
      <xsl:when test="@kind = 'f' and (@type = 'text' or @type = 'long' or @type = 'judge')">文</xsl:when>
      <xsl:when test="@kind = 'f' and (@type = 'source' or @type = 'finding' or @type = 'link')">注記</xsl:when>
      <xsl:when test="@kind = 'f'">計算</xsl:when>
      <xsl:when test="@kind = 'n'">番号</xsl:when>
      <xsl:when test="@kind = 'note'">注記</xsl:when>
      <xsl:otherwise>項目</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="borders">
    <xsl:variable name="edge" select="substring-after(substring-after(substring-after(substring-after(@style, '.'), '.'), '.'), '.')"/>
    <xsl:attribute name="fo:border-left"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains($edge, 'l')"/><xsl:with-param name="none" select="contains($edge, 'w')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-right"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains($edge, 'r')"/><xsl:with-param name="none" select="contains($edge, 'o')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-top"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains($edge, 't')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-bottom">
      <xsl:choose>
        <xsl:when test="../@class = 'total'">1.75pt double #000000</xsl:when>
        <xsl:otherwise><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains($edge, 'b')"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:if test="../@class = 'total'">
      <xsl:attribute name="style:border-line-width-bottom">0.5pt 0.75pt 0.5pt</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="heavy"/>
    <xsl:param name="none"/>
    <xsl:choose>
      <xsl:when test="$none">none</xsl:when>
      <xsl:when test="$heavy">1.25pt solid #000000</xsl:when>
      <xsl:otherwise>0.25pt solid #000000</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Colour says nothing that the words in the cell do not say. -->
  <xsl:template name="conditions">
    <xsl:variable name="quoted"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="at" select="concat($quoted, '.', substring($letters, @c, 1), ../@r)"/>
    <xsl:variable name="cell" select="concat('[.', substring($letters, @c, 1), ../@r, ']')"/>
    <xsl:choose>
      <xsl:when test="@kind = 'in'">
        <style:map style:condition='is-true-formula(画面の色="あり")' style:apply-style-name="入力欄の色" style:base-cell-address="{$at}"/>
      </xsl:when>
      <xsl:when test="@type = 'judge' or @type = 'source' or @type = 'finding'">
        <style:map style:condition='is-true-formula(ISERROR({$cell}))' style:apply-style-name="未計算" style:base-cell-address="{$at}"/>
        <style:map style:condition='is-true-formula(OR(LEFT({$cell};2)="不足";LEFT({$cell};3)="エラー";LEFT({$cell};5)="Error"))' style:apply-style-name="重大" style:base-cell-address="{$at}"/>
        <style:map style:condition='is-true-formula(OR(LEFT({$cell};1)="要";LEFT({$cell};2)="注意";LEFT({$cell};7)="Warning";LEFT({$cell};3)="未計算"))' style:apply-style-name="警告" style:base-cell-address="{$at}"/>
      </xsl:when>
      <xsl:when test="@kind = 'f'">
        <style:map style:condition='is-true-formula(ISERROR({$cell}))' style:apply-style-name="未計算" style:base-cell-address="{$at}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="sheet-reference">
    <xsl:text>$'</xsl:text><xsl:value-of select="ancestor-or-self::sheet/@name"/><xsl:text>'</xsl:text>
  </xsl:template>

  <!-- ============================================================ validity of input -->

  <xsl:template match="cell" mode="validation">
    <xsl:variable name="type" select="$types[@name = current()/@type]"/>
    <xsl:variable name="label" select="../cell[@kind = 't'][1]"/>
    <xsl:variable name="at"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <table:content-validation table:name="v{../../@index}-{../@r}-{@c}" table:allow-empty-cell="true">
      <xsl:attribute name="table:condition">
        <xsl:text>of:</xsl:text>
        <xsl:choose>
          <xsl:when test="@type = 'choice'">
            <xsl:text>cell-content-is-in-list(</xsl:text>
            <xsl:for-each select="str:tokenize(@list, '|')">
              <xsl:if test="position() &gt; 1">;</xsl:if>
              <xsl:value-of select="concat('&quot;', ., '&quot;')"/>
            </xsl:for-each>
            <xsl:text>)</xsl:text>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$type/@rule"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@type = 'choice'"><xsl:attribute name="table:display-list">unsorted</xsl:attribute></xsl:if>
      <xsl:attribute name="table:base-cell-address">
        <xsl:value-of select="concat($at, '.', substring($letters, @c, 1), ../@r)"/>
      </xsl:attribute>
      <table:help-message table:display="true">
        <xsl:if test="$label != ''"><xsl:attribute name="table:title"><xsl:value-of select="substring($label, 1, 30)"/></xsl:attribute></xsl:if>
        <text:p>
          <xsl:value-of select="@hint"/>
          <xsl:if test="@hint and $type/@hint">。</xsl:if>
          <xsl:value-of select="$type/@hint"/>
        </text:p>
      </table:help-message>
      <table:error-message table:display="true" table:message-type="stop" table:title="入力できない値です">
        <text:p><xsl:value-of select="$type/@error"/></text:p>
      </table:error-message>
    </table:content-validation>
  </xsl:template>

  <!-- ============================================================ writing the sheets -->

  <xsl:template match="sheet" mode="write">
    <xsl:variable name="repeated">
      <xsl:choose>
        <xsl:when test="@repeat"><xsl:value-of select="row[@kind = 'head'][1]/@r"/></xsl:when>
        <xsl:otherwise>4</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <table:table table:name="{@name}" table:style-name="{@page}" table:protected="true"
        table:print-ranges="{$sheet}.$A$1:{$sheet}.${substring($letters, @width, 1)}${count(row)}">
      <table:title><xsl:value-of select="@title"/></table:title>
      <xsl:for-each select="k:column">
        <table:table-column table:style-name="w{@width}" table:default-cell-style-name="紙面"/>
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
            <xsl:call-template name="formula"><xsl:with-param name="text" select="@formula"/></xsl:call-template>
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
      <xsl:when test="@kind = 'none'">紙面</xsl:when>
      <xsl:when test="@kind = 'title'">題名</xsl:when>
      <xsl:when test="@kind = 'left'">題字左</xsl:when>
      <xsl:when test="@kind = 'right'">題字右</xsl:when>
      <xsl:when test="@kind = 'copy'">正副</xsl:when>
      <xsl:when test="@kind = 'heading'">小見出し</xsl:when>
      <xsl:otherwise>説明</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ charts -->

  <!-- Cells of a block: $'図'.$C$8:$'図'.$C$12 -->
  <xsl:template name="block-address">
    <xsl:param name="block"/>
    <xsl:param name="column" select="$block/@c"/>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="letter" select="substring($letters, $column, 1)"/>
    <xsl:value-of select="concat($sheet, '.$', $letter, '$', $block/@r, ':', $sheet, '.$', $letter, '$', $block/@to-r)"/>
  </xsl:template>

  <xsl:template name="chart">
    <xsl:variable name="width" select="sum(ancestor::sheet/k:column/@width) - 4"/>
    <xsl:variable name="height" select="substring-before(../@height, 'mm') - 4"/>
    <xsl:variable name="cell" select="."/>
    <draw:frame draw:style-name="図の枠" svg:x="2mm" svg:y="2mm" svg:width="{$width}mm" svg:height="{$height}mm" draw:name="{@title}">
      <draw:object>
        <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart">
          <office:automatic-styles>
            <xsl:call-template name="chart-styles"/>
          </office:automatic-styles>
          <office:body>
            <office:chart>
              <chart:chart chart:class="chart:bar" svg:width="{$width}mm" svg:height="{$height}mm" chart:style-name="chart">
                <chart:title chart:style-name="title"><text:p><xsl:value-of select="@title"/></text:p></chart:title>
                <xsl:if test="@line or @shape = 'stack'"><chart:legend chart:legend-position="bottom" chart:style-name="legend"/></xsl:if>
                <chart:plot-area chart:style-name="plot">
                  <chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="labels">
                    <chart:categories>
                      <xsl:attribute name="table:cell-range-address">
                        <xsl:call-template name="block-address">
                          <xsl:with-param name="block" select="ancestor::sheet/name[@name = str:tokenize($cell/@values, ' ')[1]]"/>
                          <xsl:with-param name="column" select="@labels"/>
                        </xsl:call-template>
                      </xsl:attribute>
                    </chart:categories>
                  </chart:axis>
                  <chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="axis"><chart:grid chart:class="major" chart:style-name="grid"/></chart:axis>
                  <xsl:for-each select="str:tokenize(@values, ' ')">
                    <xsl:variable name="name" select="string(.)"/>
                    <xsl:variable name="place" select="position()"/>
                    <xsl:for-each select="$cell">
                      <xsl:call-template name="series">
                        <xsl:with-param name="block" select="ancestor::sheet/name[@name = $name]"/>
                        <xsl:with-param name="style" select="concat('series', $place)"/>
                      </xsl:call-template>
                    </xsl:for-each>
                  </xsl:for-each>
                  <xsl:if test="@line">
                    <xsl:call-template name="series">
                      <xsl:with-param name="block" select="ancestor::sheet/name[@name = $cell/@line]"/>
                      <xsl:with-param name="style" select="'line'"/>
                      <xsl:with-param name="class" select="'chart:line'"/>
                    </xsl:call-template>
                  </xsl:if>
                  <chart:wall chart:style-name="wall"/>
                </chart:plot-area>
              </chart:chart>
            </office:chart>
          </office:body>
        </office:document>
      </draw:object>
      <svg:title><xsl:value-of select="@title"/></svg:title>
      <svg:desc><xsl:value-of select="@says"/></svg:desc>
    </draw:frame>
  </xsl:template>

  <!-- named by the head of its column -->
  <xsl:template name="series">
    <xsl:param name="block"/>
    <xsl:param name="style"/>
    <xsl:param name="class" select="'chart:bar'"/>
    <xsl:variable name="head" select="ancestor::sheet/row[@kind = 'head' and @r &lt; $block/@r][last()]"/>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <chart:series chart:class="{$class}" chart:style-name="{$style}">
      <xsl:attribute name="chart:values-cell-range-address"><xsl:call-template name="block-address"><xsl:with-param name="block" select="$block"/></xsl:call-template></xsl:attribute>
      <xsl:attribute name="chart:label-cell-address"><xsl:value-of select="concat($sheet, '.$', substring($letters, $block/@c, 1), '$', $head/@r)"/></xsl:attribute>
    </chart:series>
  </xsl:template>

  <xsl:template name="chart-styles">
    <xsl:variable name="sideways" select="@shape != 'column'"/>
    <number:percentage-style style:name="percent"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>
    <number:number-style style:name="amount"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
    <number:number-style style:name="rate"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
    <style:style style:name="chart" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>
    <style:style style:name="title" style:family="chart"><style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="11pt" style:font-size-asian="11pt"/></style:style>
    <style:style style:name="legend" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/><style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
    <style:style style:name="wall" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>
    <style:style style:name="plot" style:family="chart">
      <style:chart-properties chart:vertical="{$sideways}" chart:stacked="{@shape = 'stack'}" chart:include-hidden-cells="true" chart:auto-position="true" chart:auto-size="true"/>
    </style:style>
    <style:style style:name="labels" style:family="chart">
      <style:chart-properties chart:display-label="true" chart:reverse-direction="{@shape = 'bar'}"/>
      <style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="8pt" style:font-size-asian="8pt"/>
    </style:style>
    <style:style style:name="axis" style:family="chart">
      <xsl:attribute name="style:data-style-name"><xsl:call-template name="chart-number"/></xsl:attribute>
      <style:chart-properties chart:display-label="{@shape != 'bar'}" chart:minimum="0" chart:link-data-style-to-source="false"/>
      <style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="8pt" style:font-size-asian="8pt"/>
    </style:style>
    <style:style style:name="grid" style:family="chart"><style:graphic-properties draw:stroke="solid" svg:stroke-color="#cccccc"/></style:style>
    <xsl:for-each select="str:tokenize('#8c8c8c #c8c8c8 #4d4d4d', ' ')">
      <style:style style:name="series{position()}" style:family="chart">
        <xsl:copy-of select="$chart-label/*"/>
        <style:graphic-properties draw:fill="solid" draw:fill-color="{.}" draw:stroke="solid" svg:stroke-color="#000000" svg:stroke-width="0.2mm"/>
        <style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="8pt" style:font-size-asian="8pt"/>
      </style:style>
    </xsl:for-each>
    <style:style style:name="line" style:family="chart">
      <style:chart-properties chart:symbol-type="none"/>
      <style:graphic-properties draw:stroke="solid" svg:stroke-color="#b00000" svg:stroke-width="0.6mm"/>
    </style:style>
  </xsl:template>

  <xsl:variable name="chart-label-tree">
    <style:chart-properties chart:data-label-number="value" chart:gap-width="40" chart:overlap="0" chart:link-data-style-to-source="true"/>
  </xsl:variable>
  <xsl:variable name="chart-label" select="exsl:node-set($chart-label-tree)"/>

  <xsl:template name="chart-number">
    <xsl:choose>
      <xsl:when test="@percent">percent</xsl:when>
      <xsl:when test="@shape = 'stack'">rate</xsl:when>
      <xsl:otherwise>amount</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="name" mode="write">
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="from" select="concat($sheet, '.$', substring($letters, @c, 1), '$', @r)"/>
    <xsl:variable name="to" select="concat($sheet, '.$', substring($letters, @to-c, 1), '$', @to-r)"/>
    <table:named-range table:name="{@name}" table:base-cell-address="{$from}">
      <xsl:attribute name="table:cell-range-address">
        <xsl:value-of select="$from"/>
        <xsl:if test="$from != $to"><xsl:value-of select="concat(':', $to)"/></xsl:if>
      </xsl:attribute>
    </table:named-range>
  </xsl:template>

  <!-- ============================================================ formulas -->

  <!-- From what is typed in Calc to what a file stores: @3 and KENPO_… -->
  <xsl:template name="formula">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '@')">
        <xsl:variable name="after" select="substring-after($text, '@')"/>
        <xsl:variable name="digits" select="1 + (translate(substring($after, 2, 1), '0123456789', '') = '' and string-length($after) &gt; 1)"/>
        <xsl:call-template name="functions"><xsl:with-param name="text" select="substring-before($text, '@')"/></xsl:call-template>
        <xsl:value-of select="concat('[.', substring($letters, number(substring($after, 1, $digits)), 1), ../@r, ']')"/>
        <xsl:call-template name="formula"><xsl:with-param name="text" select="substring($after, $digits + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="functions"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="functions">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, 'KENPO_')">
        <xsl:variable name="name" select="concat('KENPO_', substring-before(substring-after($text, 'KENPO_'), '('))"/>
        <xsl:variable name="called" select="$name != 'KENPO_' and translate($name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = ''"/>
        <xsl:variable name="method" select="$functions[prop[@oor:name = 'DisplayName']/value = $name]/@oor:name"/>
        <xsl:if test="$called and not($method)">
          <xsl:message terminate="yes">no function <xsl:value-of select="$name"/> in: <xsl:value-of select="$text"/></xsl:message>
        </xsl:if>
        <xsl:value-of select="substring-before($text, 'KENPO_')"/>
        <xsl:if test="$called">
          <xsl:value-of select="concat('ORG.KENPOCALC.BUDGET.', translate($method, 'abcdefghijklmnopqrstuvwxyz', $letters))"/>
        </xsl:if>
        <xsl:if test="not($called)">KENPO_</xsl:if>
        <xsl:call-template name="functions">
          <xsl:with-param name="text">
            <xsl:if test="$called"><xsl:value-of select="concat('(', substring-after(substring-after($text, 'KENPO_'), '('))"/></xsl:if>
            <xsl:if test="not($called)"><xsl:value-of select="substring-after($text, 'KENPO_')"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
