<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>citata</name>
    <message numerus="yes">
      <source>%n act(s) on what the project taught</source>
      <translation>
        <numerusform>%n act on what the project taught</numerusform>
        <numerusform>%n acts on what the project taught</numerusform>
      </translation>
    </message>
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
      <source>%n article(s) annotated</source>
      <translation>
        <numerusform>%n article annotated</numerusform>
        <numerusform>%n articles annotated</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are done and in the project.</source>
      <translation>
        <numerusform>%n article is done and in the project.</numerusform>
        <numerusform>%n articles are done and in the project.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) brought back</source>
      <translation>
        <numerusform>%n article brought back</numerusform>
        <numerusform>%n articles brought back</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) compared</source>
      <translation>
        <numerusform>%n article compared</numerusform>
        <numerusform>%n articles compared</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) could not be pre-annotated. The first: {reason}</source>
      <translation>
        <numerusform>%n article could not be pre-annotated. {reason}</numerusform>
        <numerusform>%n articles could not be pre-annotated. The first: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) done</source>
      <translation>
        <numerusform>%n article done</numerusform>
        <numerusform>%n articles done</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) given out</source>
      <translation>
        <numerusform>%n article given out</numerusform>
        <numerusform>%n articles given out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) given:</source>
      <translation>
        <numerusform>%n article given:</numerusform>
        <numerusform>%n articles given:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) kept although one copy removed them</source>
      <translation>
        <numerusform>%n article kept although one copy removed it</numerusform>
        <numerusform>%n articles kept although one copy removed them</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) left alone, their texts differ</source>
      <translation>
        <numerusform>%n article left alone, its texts differ</numerusform>
        <numerusform>%n articles left alone, their texts differ</numerusform>
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
      <source>%n article(s) removed</source>
      <translation>
        <numerusform>%n article removed</numerusform>
        <numerusform>%n articles removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) removed.</source>
      <translation>
        <numerusform>%n article removed.</numerusform>
        <numerusform>%n articles removed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) that one copy removed and the other went on with: they stay</source>
      <translation>
        <numerusform>%n article that one copy removed and the other went on with: it stays</numerusform>
        <numerusform>%n articles that one copy removed and the other went on with: they stay</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) that the other copy removed</source>
      <translation>
        <numerusform>%n article that the other copy removed</numerusform>
        <numerusform>%n articles that the other copy removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) were annotated by a run before this one</source>
      <translation>
        <numerusform>%n article was annotated by a run before this one</numerusform>
        <numerusform>%n articles were annotated by a run before this one</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) with another text: left alone on both sides</source>
      <translation>
        <numerusform>%n article with another text: left alone on both sides</numerusform>
        <numerusform>%n articles with another text: left alone on both sides</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) with quotations</source>
      <translation>
        <numerusform>%n article with quotations</numerusform>
        <numerusform>%n articles with quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) would be given:</source>
      <translation>
        <numerusform>%n article would be given:</numerusform>
        <numerusform>%n articles would be given:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s), finished or under review, are not given out.</source>
      <translation>
        <numerusform>%n article, finished or under review, is not given out.</numerusform>
        <numerusform>%n articles, finished or under review, are not given out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s): {status}</source>
      <translation>
        <numerusform>%n article: {status}</numerusform>
        <numerusform>%n articles: {status}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n bar(s); arrow keys go through them</source>
      <translation>
        <numerusform>%n bar; arrow keys go through them</numerusform>
        <numerusform>%n bars; arrow keys go through them</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed or removed since</source>
      <translation>
        <numerusform>%n changed or removed since</numerusform>
        <numerusform>%n changed or removed since</numerusform>
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
      <source>%n characters</source>
      <translation>
        <numerusform>%n character</numerusform>
        <numerusform>%n characters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n comment(s)</source>
      <translation>
        <numerusform>%n comment</numerusform>
        <numerusform>%n comments</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n correction(s)</source>
      <translation>
        <numerusform>%n correction</numerusform>
        <numerusform>%n corrections</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n correction(s) and comment(s)</source>
      <translation>
        <numerusform>%n correction or comment</numerusform>
        <numerusform>%n corrections and comments</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed left as they are here</source>
      <translation>
        <numerusform>%n detail that both changed left as it is here</numerusform>
        <numerusform>%n details that both changed left as they are here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed: left as they are here</source>
      <translation>
        <numerusform>%n detail that both changed: left as it is here</numerusform>
        <numerusform>%n details that both changed: left as they are here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed: ours stay</source>
      <translation>
        <numerusform>%n detail that both changed: ours stays</numerusform>
        <numerusform>%n details that both changed: ours stay</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n difference(s) are still open here.</source>
      <translation>
        <numerusform>%n difference is still open here.</numerusform>
        <numerusform>%n differences are still open here.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s)</source>
      <translation>
        <numerusform>%n edit</numerusform>
        <numerusform>%n edits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s) before</source>
      <translation>
        <numerusform>%n edit before</numerusform>
        <numerusform>%n edits before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s) were made since then.</source>
      <translation>
        <numerusform>%n edit was made since then.</numerusform>
        <numerusform>%n edits were made since then.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s) taken in</source>
      <translation>
        <numerusform>%n entry taken in</numerusform>
        <numerusform>%n entries taken in</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s) with the least behind them left out: {names} …</source>
      <translation>
        <numerusform>%n entry with the least behind it left out: {names} …</numerusform>
        <numerusform>%n entries with the least behind them left out: {names} …</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fault(s) found</source>
      <translation>
        <numerusform>%n fault found</numerusform>
        <numerusform>%n faults found</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed left as they are here</source>
      <translation>
        <numerusform>%n field of sources that both changed left as it is here</numerusform>
        <numerusform>%n fields of sources that both changed left as they are here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed: left as they are here</source>
      <translation>
        <numerusform>%n field of sources that both changed: left as it is here</numerusform>
        <numerusform>%n fields of sources that both changed: left as they are here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed: ours stay</source>
      <translation>
        <numerusform>%n field of sources that both changed: ours stays</numerusform>
        <numerusform>%n fields of sources that both changed: ours stay</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finding(s)</source>
      <translation>
        <numerusform>%n finding</numerusform>
        <numerusform>%n findings</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finding(s) at least</source>
      <translation>
        <numerusform>%n finding at least</numerusform>
        <numerusform>%n findings at least</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finished layer(s) with open items</source>
      <translation>
        <numerusform>%n finished layer has open items</numerusform>
        <numerusform>%n finished layers have open items</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n further row(s) are left out.</source>
      <translation>
        <numerusform>%n further row is left out.</numerusform>
        <numerusform>%n further rows are left out.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n gold quotation(s)</source>
      <translation>
        <numerusform>%n gold quotation</numerusform>
        <numerusform>%n gold quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n guess(es)</source>
      <translation>
        <numerusform>%n guess</numerusform>
        <numerusform>%n guesses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n hit</numerusform>
        <numerusform>%n hits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in another’s layer</source>
      <translation>
        <numerusform>%n in another’s layer</numerusform>
        <numerusform>%n in another’s layer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in no quotation</source>
      <translation>
        <numerusform>%n in no quotation</numerusform>
        <numerusform>%n in no quotation</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s)</source>
      <translation>
        <numerusform>%n item</numerusform>
        <numerusform>%n items</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) accepted</source>
      <translation>
        <numerusform>%n item accepted</numerusform>
        <numerusform>%n items accepted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) are still open</source>
      <translation>
        <numerusform>%n item is still open</numerusform>
        <numerusform>%n items are still open</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) had to be left out</source>
      <translation>
        <numerusform>%n item had to be left out</numerusform>
        <numerusform>%n items had to be left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) left out</source>
      <translation>
        <numerusform>%n item left out</numerusform>
        <numerusform>%n items left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) move to {kept}; “{gone}” stays as another name.</source>
      <translation>
        <numerusform>%n item moves to {kept}; “{gone}” stays as another name.</numerusform>
        <numerusform>%n items move to {kept}; “{gone}” stays as another name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of a merge wait to be resolved.</source>
      <translation>
        <numerusform>%n item of a merge waits to be resolved.</numerusform>
        <numerusform>%n items of a merge wait to be resolved.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of this article are still open.</source>
      <translation>
        <numerusform>%n item of this article is still open.</numerusform>
        <numerusform>%n items of this article are still open.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of {name}</source>
      <translation>
        <numerusform>%n item of {name}</numerusform>
        <numerusform>%n items of {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) refused</source>
      <translation>
        <numerusform>%n item refused</numerusform>
        <numerusform>%n items refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) rejected</source>
      <translation>
        <numerusform>%n item rejected</numerusform>
        <numerusform>%n items rejected</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) settled</source>
      <translation>
        <numerusform>%n item settled</numerusform>
        <numerusform>%n items settled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) to resolve</source>
      <translation>
        <numerusform>%n item to resolve</numerusform>
        <numerusform>%n items to resolve</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) were changed on both sides, each in its own way.</source>
      <translation>
        <numerusform>%n item was changed on both sides, each in its own way.</numerusform>
        <numerusform>%n items were changed on both sides, each in its own way.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s)</source>
      <translation>
        <numerusform>%n layer</numerusform>
        <numerusform>%n layers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) carried on</source>
      <translation>
        <numerusform>%n layer carried on</numerusform>
        <numerusform>%n layers carried on</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) carried on in the other copy</source>
      <translation>
        <numerusform>%n layer carried on in the other copy</numerusform>
        <numerusform>%n layers carried on in the other copy</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) merged</source>
      <translation>
        <numerusform>%n layer merged</numerusform>
        <numerusform>%n layers merged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) that both went on with</source>
      <translation>
        <numerusform>%n layer that both went on with</numerusform>
        <numerusform>%n layers that both went on with</numerusform>
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
      <source>%n layer(s): {whose}.</source>
      <translation>
        <numerusform>%n layer: {whose}.</numerusform>
        <numerusform>%n layers: {whose}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n line</numerusform>
        <numerusform>%n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) copied</source>
      <translation>
        <numerusform>%n line copied</numerusform>
        <numerusform>%n lines copied</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) written</source>
      <translation>
        <numerusform>%n line written</numerusform>
        <numerusform>%n lines written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) written to {path}.</source>
      <translation>
        <numerusform>%n line written to {path}.</numerusform>
        <numerusform>%n lines written to {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more: filter them</source>
      <translation>
        <numerusform>%n more: filter them</numerusform>
        <numerusform>%n more: filter them</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new article(s)</source>
      <translation>
        <numerusform>%n new article</numerusform>
        <numerusform>%n new articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new label(s)</source>
      <translation>
        <numerusform>%n new label</numerusform>
        <numerusform>%n new labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new layer(s)</source>
      <translation>
        <numerusform>%n new layer</numerusform>
        <numerusform>%n new layers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new source(s) in the register</source>
      <translation>
        <numerusform>%n new source in the register</numerusform>
        <numerusform>%n new sources in the register</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n now</source>
      <translation>
        <numerusform>%n now</numerusform>
        <numerusform>%n now</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of the articles removed</source>
      <translation>
        <numerusform>%n of the articles removed</numerusform>
        <numerusform>%n of the articles removed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them has no score.</source>
      <translation>
        <numerusform>%n of them has no score.</numerusform>
        <numerusform>%n of them have no score.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other item(s) are open here. V: stop at others too.</source>
      <translation>
        <numerusform>%n other item is open here. V: stop at others too.</numerusform>
        <numerusform>%n other items are open here. V: stop at others too.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%n pair</numerusform>
        <numerusform>%n pairs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) found</source>
      <translation>
        <numerusform>%n place found</numerusform>
        <numerusform>%n places found</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) marked</source>
      <translation>
        <numerusform>%n place marked</numerusform>
        <numerusform>%n places marked</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n predicted</source>
      <translation>
        <numerusform>%n predicted</numerusform>
        <numerusform>%n predicted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n process(es) ended at it, the last: {how}</source>
      <translation>
        <numerusform>%n process ended at it: {how}</numerusform>
        <numerusform>%n processes ended at it, the last: {how}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s)</source>
      <translation>
        <numerusform>%n proposal</numerusform>
        <numerusform>%n proposals</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) changed</source>
      <translation>
        <numerusform>%n proposal changed</numerusform>
        <numerusform>%n proposals changed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) that nobody has settled</source>
      <translation>
        <numerusform>%n proposal that nobody has settled</numerusform>
        <numerusform>%n proposals that nobody has settled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s); nothing was stored.</source>
      <translation>
        <numerusform>%n proposal; nothing was stored.</numerusform>
        <numerusform>%n proposals; nothing was stored.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s)</source>
      <translation>
        <numerusform>%n quotation</numerusform>
        <numerusform>%n quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s) overlap by half or more.</source>
      <translation>
        <numerusform>%n quotation overlaps by half or more.</numerusform>
        <numerusform>%n quotations overlap by half or more.</numerusform>
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
      <source>%n record(s) written</source>
      <translation>
        <numerusform>%n record written</numerusform>
        <numerusform>%n records written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rejected item(s) are not shown.</source>
      <translation>
        <numerusform>%n rejected item is not shown.</numerusform>
        <numerusform>%n rejected items are not shown.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n removed article(s) deleted for good.</source>
      <translation>
        <numerusform>%n removed article deleted for good.</numerusform>
        <numerusform>%n removed articles deleted for good.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n removed article(s) kept: the other copy went on with them</source>
      <translation>
        <numerusform>%n removed article kept: the other copy went on with it</numerusform>
        <numerusform>%n removed articles kept: the other copy went on with them</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n row</numerusform>
        <numerusform>%n rows</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) copied</source>
      <translation>
        <numerusform>%n row copied</numerusform>
        <numerusform>%n rows copied</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) written</source>
      <translation>
        <numerusform>%n row written</numerusform>
        <numerusform>%n rows written</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) written to {path}.</source>
      <translation>
        <numerusform>%n row written to {path}.</numerusform>
        <numerusform>%n rows written to {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n settled</source>
      <translation>
        <numerusform>%n settled</numerusform>
        <numerusform>%n settled</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n settled quotation(s)</source>
      <translation>
        <numerusform>%n settled quotation</numerusform>
        <numerusform>%n settled quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) of the register</source>
      <translation>
        <numerusform>%n source of the register</numerusform>
        <numerusform>%n sources of the register</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) of the register changed</source>
      <translation>
        <numerusform>%n source of the register changed</numerusform>
        <numerusform>%n sources of the register changed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) nearly the same as one that is there.</source>
      <translation>
        <numerusform>%n text is nearly the same as one that is there.</numerusform>
        <numerusform>%n texts are nearly the same as ones that are there.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that had it already</source>
      <translation>
        <numerusform>%n that had it already</numerusform>
        <numerusform>%n that had it already</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s)</source>
      <translation>
        <numerusform>%n time</numerusform>
        <numerusform>%n times</numerusform>
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
      <source>%n to which it does not apply</source>
      <translation>
        <numerusform>%n to which it does not apply</numerusform>
        <numerusform>%n to which it does not apply</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) said</source>
      <translation>
        <numerusform>%n word said</numerusform>
        <numerusform>%n words said</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n open item(s) of this article?</source>
      <translation>
        <numerusform>Accept the %n open item of this article?</numerusform>
        <numerusform>Accept the %n open items of this article?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept these %n</source>
      <translation>
        <numerusform>Accept this %n</numerusform>
        <numerusform>Accept these %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept these %n, done</source>
      <translation>
        <numerusform>Accept this %n, done</numerusform>
        <numerusform>Accept these %n, done</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Annotated here: {what}. %n other item(s) stay as proposals, and are not counted.</source>
      <translation>
        <numerusform>Annotated here: {what}. %n other item stays as a proposal, and is not counted.</numerusform>
        <numerusform>Annotated here: {what}. %n other items stay as proposals, and are not counted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Bring back %n article(s)</source>
      <translation>
        <numerusform>Bring back %n article</numerusform>
        <numerusform>Bring back %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Counted: %n settled quotation(s).</source>
      <translation>
        <numerusform>Counted: %n settled quotation.</numerusform>
        <numerusform>Counted: %n settled quotations.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Delete %n removed article(s) for good, with all annotations</source>
      <translation>
        <numerusform>Delete %n removed article for good, with all annotations</numerusform>
        <numerusform>Delete %n removed articles for good, with all annotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Done for entities, %n stay open</source>
      <translation>
        <numerusform>Done for entities, %n stays open</numerusform>
        <numerusform>Done for entities, %n stay open</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Done for quotations, %n stay open</source>
      <translation>
        <numerusform>Done for quotations, %n stays open</numerusform>
        <numerusform>Done for quotations, %n stay open</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Export %n article(s)…</source>
      <translation>
        <numerusform>Export %n article…</numerusform>
        <numerusform>Export %n articles…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s)</source>
      <translation>
        <numerusform>Give out %n article</numerusform>
        <numerusform>Give out %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s) that nobody has</source>
      <translation>
        <numerusform>Give out %n article that nobody has</numerusform>
        <numerusform>Give out %n articles that nobody has</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s)…</source>
      <translation>
        <numerusform>Give out %n article…</numerusform>
        <numerusform>Give out %n articles…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Link these %n actor(s)</source>
      <translation>
        <numerusform>Link %n actor</numerusform>
        <numerusform>Link these %n actors</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Mark %n place(s)</source>
      <translation>
        <numerusform>Mark %n place</numerusform>
        <numerusform>Mark %n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Mark the other %n as done</source>
      <translation>
        <numerusform>Mark the other %n as done</numerusform>
        <numerusform>Mark the other %n as done</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Name of whom %n article(s) mean</source>
      <translation>
        <numerusform>Name of whom %n article means</numerusform>
        <numerusform>Name of whom %n articles mean</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Not given, as finished or under review: %n article(s)</source>
      <translation>
        <numerusform>Not given, as finished or under review: %n article</numerusform>
        <numerusform>Not given, as finished or under review: %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Nothing new: %n record(s) there already.</source>
      <translation>
        <numerusform>Nothing new: %n record was there already.</numerusform>
        <numerusform>Nothing new: %n records were there already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Only the %n article(s) selected in the list</source>
      <translation>
        <numerusform>Only the %n article selected in the list</numerusform>
        <numerusform>Only the %n articles selected in the list</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Pre-annotate %n article(s)</source>
      <translation>
        <numerusform>Pre-annotate %n article</numerusform>
        <numerusform>Pre-annotate %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Reject these %n, done</source>
      <translation>
        <numerusform>Reject this %n, done</numerusform>
        <numerusform>Reject these %n, done</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Remove %n article(s) from the project?</source>
      <translation>
        <numerusform>Remove %n article from the project?</numerusform>
        <numerusform>Remove %n articles from the project?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Remove %n article(s)…</source>
      <translation>
        <numerusform>Remove %n article…</numerusform>
        <numerusform>Remove %n articles…</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Send %n article(s) to {host}?</source>
      <translation>
        <numerusform>Send %n article to {host}?</numerusform>
        <numerusform>Send %n articles to {host}?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shown: %n line(s); --limit 0 shows all.</source>
      <translation>
        <numerusform>Shown: %n line; --limit 0 shows all.</numerusform>
        <numerusform>Shown: %n lines; --limit 0 shows all.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Take over %n agreed item(s)</source>
      <translation>
        <numerusform>Take over %n agreed item</numerusform>
        <numerusform>Take over %n agreed items</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The buttons mean the %n ticked line(s).</source>
      <translation>
        <numerusform>The buttons mean the %n ticked line.</numerusform>
        <numerusform>The buttons mean the %n ticked lines.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The format could not hold %n thing(s).</source>
      <translation>
        <numerusform>The format could not hold %n thing.</numerusform>
        <numerusform>The format could not hold %n things.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>accept %n line(s)</source>
      <translation>
        <numerusform>accept %n line</numerusform>
        <numerusform>accept %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more refused; --report FILE lists them all.</source>
      <translation>
        <numerusform>and %n more refused; --report FILE lists them all.</numerusform>
        <numerusform>and %n more refused; --report FILE lists them all.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>bring back %n article(s)</source>
      <translation>
        <numerusform>bring back %n article</numerusform>
        <numerusform>bring back %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>change the form of %n line(s)</source>
      <translation>
        <numerusform>change the form of %n line</numerusform>
        <numerusform>change the form of %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>details of %n article(s)</source>
      <translation>
        <numerusform>details of %n article</numerusform>
        <numerusform>details of %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>entities of %n label(s)</source>
      <translation>
        <numerusform>entities of %n label</numerusform>
        <numerusform>entities of %n labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>flag %n line(s) as unsure</source>
      <translation>
        <numerusform>flag %n line as unsure</numerusform>
        <numerusform>flag %n lines as unsure</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>flag the articles of %n line(s) as unsure</source>
      <translation>
        <numerusform>flag the article of %n line as unsure</numerusform>
        <numerusform>flag the articles of %n lines as unsure</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>from %n article(s)</source>
      <translation>
        <numerusform>from %n article</numerusform>
        <numerusform>from %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>give out %n article(s)</source>
      <translation>
        <numerusform>give out %n article</numerusform>
        <numerusform>give out %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n article(s)</source>
      <translation>
        <numerusform>in %n article</numerusform>
        <numerusform>in %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>label %n line(s)</source>
      <translation>
        <numerusform>label %n line</numerusform>
        <numerusform>label %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>not compared: %n article(s) that only {name} has</source>
      <translation>
        <numerusform>not compared: %n article that only {name} has</numerusform>
        <numerusform>not compared: %n articles that only {name} has</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>reject %n line(s)</source>
      <translation>
        <numerusform>reject %n line</numerusform>
        <numerusform>reject %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>remove %n article(s)</source>
      <translation>
        <numerusform>remove %n article</numerusform>
        <numerusform>remove %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>status of %n article(s)</source>
      <translation>
        <numerusform>status of %n article</numerusform>
        <numerusform>status of %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>take the flag from %n line(s)</source>
      <translation>
        <numerusform>take the flag from %n line</numerusform>
        <numerusform>take the flag from %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>title or details of %n article(s)</source>
      <translation>
        <numerusform>title or details of %n article</numerusform>
        <numerusform>title or details of %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>write a note on %n line(s)</source>
      <translation>
        <numerusform>write a note on %n line</numerusform>
        <numerusform>write a note on %n lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{articles}, %n by the text</source>
      <translation>
        <numerusform>{articles}, %n by the text</numerusform>
        <numerusform>{articles}, %n by the text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{edit}: %n item(s)</source>
      <translation>
        <numerusform>{edit}: %n item</numerusform>
        <numerusform>{edit}: %n items</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{items} in %n article(s).</source>
      <translation>
        <numerusform>{items} in %n article.</numerusform>
        <numerusform>{items} in %n articles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} and %n more</numerusform>
        <numerusform>{names} and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name} has proposed for %n article(s).</source>
      <translation>
        <numerusform>{name} has proposed for %n article.</numerusform>
        <numerusform>{name} has proposed for %n articles.</numerusform>
      </translation>
    </message>
  </context>
</TS>
