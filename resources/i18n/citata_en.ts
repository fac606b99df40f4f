<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>citata</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) added</source>
      <translation>
        <numerusform>%n article added</numerusform>
        <numerusform>%n articles added</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) pre-annotated</source>
      <translation>
        <numerusform>%n article pre-annotated</numerusform>
        <numerusform>%n articles pre-annotated</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>%n character</numerusform>
        <numerusform>%n characters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s)</source>
      <translation>
        <numerusform>%n file</numerusform>
        <numerusform>%n files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) written</source>
      <translation>
        <numerusform>%n layer written</numerusform>
        <numerusform>%n layers written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) accepted</source>
      <translation>
        <numerusform>%n proposal accepted</numerusform>
        <numerusform>%n proposals accepted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s)</source>
      <translation>
        <numerusform>%n record</numerusform>
        <numerusform>%n records</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) refused</source>
      <translation>
        <numerusform>%n record refused</numerusform>
        <numerusform>%n records refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) there already</source>
      <translation>
        <numerusform>%n record there already</numerusform>
        <numerusform>%n records there already</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s) named or quoted</source>
      <translation>
        <numerusform>named or quoted %n time</numerusform>
        <numerusform>named or quoted %n times</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The first %n record(s); the file has everything that fits.</source>
      <translation>
        <numerusform>The first record; the file has everything that fits (%n shown).</numerusform>
        <numerusform>The first %n records; the file has everything that fits.</numerusform>
      </translation>
    </message>
  </context>
</TS>
