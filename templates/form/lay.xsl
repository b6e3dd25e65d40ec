<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     lay.xsl: rows and cells as they follow from the description, each with the number of its
     column, and then their places on the grid, with the names of cells. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:str="http://exslt.org/strings"
    xmlns:func="http://exslt.org/functions"
    extension-element-prefixes="func"
    exclude-result-prefixes="k str">

  <xsl:key name="block" match="k:block" use="@name"/>

  <xsl:template match="k:sheet" mode="lay">
    <xsl:variable name="width" select="count(k:column[not(@hidden or @aside)])"/>
    <sheet width="{$width}">
      <xsl:copy-of select="@name | @title | @page | @repeat | @dense | @pages | @scale | @tab | @cover"/>
      <xsl:copy-of select="k:column"/>
      <!-- Calc 7.4 computes a formula of a repeated row on load only if it depends on an add-in's
           function: 年度表示 does. -->
      <row kind="top" height="6mm">
        <xsl:if test="not(@original)"><cell kind="left" c="1">様式再現(原本は通知別添)</cell></xsl:if>
        <xsl:if test="@copy">
          <cell kind="copy" c="{$width}" type="choice" list="正本|副本" value="正本" name="正本副本" hint="印刷する部の別(正本 1 部、副本 2 部)"/>
        </xsl:if>
      </row>
      <row kind="top" height="{10 + 30 * count(@cover)}mm">
        <cell kind="title" c="1" span="{$width}" type="text" formula='=年度表示&amp;" {@title}"'/>
      </row>
      <row kind="top" height="6mm">
        <cell kind="left" c="1" type="text" formula='=IF(年度表示="";"";組合名称)&amp;IF(組合記号="";"";"(記号 "&amp;組合記号&amp;")")'/>
        <cell kind="right" c="{$width}"><xsl:value-of select="@unit"/></cell>
      </row>
      <row kind="top" height="2mm"/>
      <xsl:apply-templates select="*" mode="lay"/>
    </sheet>
  </xsl:template>

  <xsl:template match="k:column" mode="lay"/>

  <xsl:template match="*" mode="lay" priority="-1">
    <xsl:message terminate="yes">neither a word of the language nor a shape: <xsl:value-of select="name()"/></xsl:message>
  </xsl:template>

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
    <xsl:variable name="line" select="floor(sum(../k:column[not(@hidden or @aside)]/@width) div 3.05)"/>
    <xsl:variable name="lines">
      <xsl:value-of select="@lines"/>
      <xsl:if test="not(@lines)"><xsl:value-of select="ceiling(string-length(.) div $line)"/></xsl:if>
    </xsl:variable>
    <row kind="remark" height="{4.3 * $lines + 1}mm">
      <cell kind="remark" c="1" span="{count(../k:column[not(@hidden or @aside)])}">
        <xsl:copy-of select="@needs"/>
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
      <xsl:copy-of select="ancestor-or-self::*[@years][1]/@years"/>
      <xsl:if test="@height"><xsl:attribute name="height"><xsl:value-of select="@height"/>mm</xsl:attribute></xsl:if>
      <xsl:if test="@grows"><xsl:attribute name="list"><xsl:value-of select="@name"/></xsl:attribute></xsl:if>
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
      <xsl:if test="position() &gt; $used and (@formula or not(@hidden))">
        <cell c="{position()}" kind="skip">
          <xsl:if test="@input and $row[self::k:row]">
            <xsl:attribute name="kind">in</xsl:attribute>
            <xsl:copy-of select="@type | @hint"/>
          </xsl:if>
          <xsl:if test="@formula and $row[self::k:row]">
            <xsl:attribute name="kind">f</xsl:attribute>
            <xsl:copy-of select="@formula | @type | @level"/>
            <xsl:call-template name="needs"><xsl:with-param name="suffix" select="string(@suffix)"/></xsl:call-template>
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
        <xsl:for-each select="ancestor::k:sheet/k:column[position() = $c]">
          <xsl:copy-of select="@type | @level"/>
          <xsl:call-template name="needs"><xsl:with-param name="suffix" select="string(@suffix)"/></xsl:call-template>
        </xsl:for-each>
      </xsl:if>
      <xsl:copy-of select="@type | @list | @hint | @over | @level | @typed"/>
      <xsl:call-template name="needs"><xsl:with-param name="suffix" select="string(ancestor::k:sheet/k:column[position() = $c]/@suffix)"/></xsl:call-template>
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

  <!-- what a formula needs (form.rnc), of a cell or of its column -->
  <xsl:template name="needs">
    <xsl:param name="suffix"/>
    <xsl:for-each select="@needs | @any | @nonzero | @instead">
      <xsl:attribute name="{name()}">
        <xsl:call-template name="replace"><xsl:with-param name="text" select="string(.)"/><xsl:with-param name="from" select="'§'"/><xsl:with-param name="to" select="$suffix"/></xsl:call-template>
      </xsl:attribute>
    </xsl:for-each>
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
        <xsl:variable name="formula">
          <xsl:apply-templates select="self::k:f/node()" mode="formula"/>
          <xsl:value-of select="$column[current()/self::k:d]/@formula"/>
        </xsl:variable>
        <xsl:attribute name="formula">
          <xsl:call-template name="replace">
            <xsl:with-param name="text" select="string($formula)"/>
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

  <!-- the names of what stands in a block: of its bands, or of all else -->
  <xsl:template match="k:names" mode="formula">
    <xsl:variable name="list" select="."/>
    <xsl:variable name="block" select="key('block', @in)"/>
    <xsl:variable name="named" select="($block/*[not(@loose)] | $block/*[@loose]/*)[(@class = 'band') = ($list/@of = 'bands')][not(@name = str:tokenize($list/@but, ' '))]"/>
    <xsl:if test="not($named) or $named[not(@name)]">
      <xsl:message terminate="yes">a list of names of <xsl:value-of select="concat(@of, ' in ', @in)"/>, but one has none</xsl:message>
    </xsl:if>
    <xsl:for-each select="$named">
      <xsl:if test="position() &gt; 1"><xsl:value-of select="$list/@between"/></xsl:if>
      <xsl:if test="position() = $list/@most and last() &gt; $list/@most">SUM(</xsl:if>
      <xsl:value-of select="concat(@name, $list/@suffix)"/>
    </xsl:for-each>
    <xsl:if test="count($named) &gt; $list/@most">)</xsl:if>
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
          <xsl:for-each select="@formula | @needs | @any | @nonzero">
            <xsl:attribute name="{name()}">
              <xsl:if test="../@typed"><xsl:value-of select="translate(., '!', '')"/></xsl:if>
              <xsl:if test="not(../@typed)"><xsl:call-template name="meant"><xsl:with-param name="text" select="string(.)"/></xsl:call-template></xsl:if>
            </xsl:attribute>
          </xsl:for-each>
          <!-- the label that runs over this cell, and whether it runs on -->
          <xsl:variable name="label" select="(self::cell[@kind != 'skip'] | preceding-sibling::cell[@kind != 'skip'])[last()]"/>
          <xsl:variable name="runs" select="$label[@kind = 't' or @kind = 'note'] and ($row/@class != '' or $label/@over)"/>
          <xsl:variable name="over" select="$runs and following-sibling::cell[1]/@kind = 'skip'"/>
          <xsl:if test="@kind != 'skip' and $over"><xsl:attribute name="wide">yes</xsl:attribute></xsl:if>
          <xsl:variable name="size"><xsl:if test="$inside and not($over)"><xsl:call-template name="fitting-size"/></xsl:if></xsl:variable>
          <xsl:if test="$size != ''"><xsl:attribute name="size"><xsl:value-of select="$size"/></xsl:attribute></xsl:if>
          <xsl:if test="$inside and @kind != 'none' and not(@type = 'unseen') and (@c &lt;= $width or @kind = 'in' or ../../k:column[position() = current()/@c]/@aside and @kind != 'skip')">
            <!-- heavy lines left, right, top and bottom; open to the next cell, to the one before -->
            <xsl:variable name="edge">
              <xsl:if test="@c = 1">l</xsl:if>
              <xsl:if test="@c = $width or following-sibling::cell[1]/@kind = 'none'">r</xsl:if>
              <xsl:if test="$over">o</xsl:if>
              <xsl:if test="$runs and @kind = 'skip'">w</xsl:if>
              <xsl:if test="$first">t</xsl:if>
              <xsl:if test="$last">b</xsl:if>
              <!-- a label to its left or above goes on: no line between -->
              <xsl:if test="k:goes-on($row, @c) and k:plain($row/preceding-sibling::row[1])">u</xsl:if>
              <xsl:if test="k:plain($row) and k:goes-on($row/following-sibling::row[1], @c)">d</xsl:if>
            </xsl:variable>
            <xsl:attribute name="edge"><xsl:value-of select="$edge"/></xsl:attribute>
            <xsl:attribute name="style">
              <xsl:value-of select="concat('s', $sheet, '-', $row/@kind, '.', @kind, '.', @type, '.', $row/@class, '.', $edge)"/>
              <xsl:if test="@level">-<xsl:value-of select="@level"/></xsl:if>
              <xsl:value-of select="$size"/>
              <xsl:if test="$row/@years">-<xsl:value-of select="$row/@years"/></xsl:if>
            </xsl:attribute>
          </xsl:if>
          <xsl:value-of select="."/>
        </cell>
      </xsl:for-each>
    </row>
  </xsl:template>

  <func:function name="k:plain">
    <xsl:param name="row"/>
    <func:result select="$row/@kind = 'row' and $row/@class = ''"/>
  </func:function>

  <func:function name="k:goes-on">
    <xsl:param name="row"/>
    <xsl:param name="c"/>
    <func:result select="k:plain($row) and $row/cell[@c = $c and @kind = 'skip'] and not($row/cell[@c &lt; $c and @kind != 'skip'])"/>
  </func:function>

  <!-- The size at which a label needs a line less, where a word or less of it stands in its last line
       or it would just fit: so that no line holds a lone character. Nothing where it may stay as it is. -->
  <xsl:template name="fitting-size">
    <xsl:variable name="c" select="@c"/>
    <xsl:variable name="points">
      <xsl:choose>
        <xsl:when test="@formula or not(@kind = 't' or @kind = 'note')">0</xsl:when>
        <xsl:when test="../../@cover and @kind != 'note'">12</xsl:when>
        <xsl:when test="../@kind = 'head'">9</xsl:when>
        <xsl:when test="@kind = 'note'">8</xsl:when>
        <xsl:when test="../../@dense">9</xsl:when>
        <xsl:otherwise>10</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="narrow" select="string-length(.) - string-length(translate(., $ascii, ''))"/>
    <xsl:variable name="need" select="(string-length(.) - 0.45 * $narrow) * $points * 0.3528 div (../../k:column[position() = $c]/@width - 2)"/>
    <xsl:variable name="lines" select="floor($need + 0.07)"/>
    <xsl:variable name="factor" select="$lines * 0.92 div $need"/>
    <xsl:if test="$lines &gt; 0 and $factor &lt; 1 and $factor &gt;= 0.77">
      <xsl:value-of select="concat(floor($points * $factor * 10) div 10, 'pt')"/>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="ascii"> !"#$%&amp;'()*+,-./0123456789:;&lt;=&gt;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~</xsl:variable>

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
</xsl:stylesheet>
