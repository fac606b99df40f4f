<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>citata</name>
    <message>
      <source> characters</source>
      <translation> знаков</translation>
    </message>
    <message>
      <source> pt</source>
      <translation> пт</translation>
    </message>
    <message numerus="yes">
      <source>%n act(s) on what the project taught</source>
      <translation>
        <numerusform>%n действие над тем, чему научил проект</numerusform>
        <numerusform>%n действия над тем, чему научил проект</numerusform>
        <numerusform>%n действий над тем, чему научил проект</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n статья</numerusform>
        <numerusform>%n статьи</numerusform>
        <numerusform>%n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) added</source>
      <translation>
        <numerusform>добавлена %n статья</numerusform>
        <numerusform>добавлены %n статьи</numerusform>
        <numerusform>добавлено %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) annotated</source>
      <translation>
        <numerusform>размечена %n статья</numerusform>
        <numerusform>размечены %n статьи</numerusform>
        <numerusform>размечено %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are done and in the project.</source>
      <translation>
        <numerusform>%n статья готова и уже в проекте.</numerusform>
        <numerusform>%n статьи готовы и уже в проекте.</numerusform>
        <numerusform>%n статей готово и уже в проекте.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) brought back</source>
      <translation>
        <numerusform>возвращена %n статья</numerusform>
        <numerusform>возвращены %n статьи</numerusform>
        <numerusform>возвращено %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) compared</source>
      <translation>
        <numerusform>сравнена %n статья</numerusform>
        <numerusform>сравнены %n статьи</numerusform>
        <numerusform>сравнено %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) could not be pre-annotated. The first: {reason}</source>
      <translation>
        <numerusform>Не удалось разметить %n статью. {reason}</numerusform>
        <numerusform>Не удалось разметить %n статьи. Первая: {reason}</numerusform>
        <numerusform>Не удалось разметить %n статей. Первая: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) done</source>
      <translation>
        <numerusform>готова %n статья</numerusform>
        <numerusform>готовы %n статьи</numerusform>
        <numerusform>готово %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) given out</source>
      <translation>
        <numerusform>роздана %n статья</numerusform>
        <numerusform>розданы %n статьи</numerusform>
        <numerusform>роздано %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) given:</source>
      <translation>
        <numerusform>роздана %n статья:</numerusform>
        <numerusform>розданы %n статьи:</numerusform>
        <numerusform>роздано %n статей:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) kept although one copy removed them</source>
      <translation>
        <numerusform>%n статья оставлена, хотя в одной из копий она убрана</numerusform>
        <numerusform>%n статьи оставлены, хотя в одной из копий они убраны</numerusform>
        <numerusform>%n статей оставлено, хотя в одной из копий они убраны</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) left alone, their texts differ</source>
      <translation>
        <numerusform>%n статья не тронута, её тексты различаются</numerusform>
        <numerusform>%n статьи не тронуты, их тексты различаются</numerusform>
        <numerusform>%n статей не тронуто, их тексты различаются</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) pre-annotated</source>
      <translation>
        <numerusform>Предразмечена %n статья</numerusform>
        <numerusform>Предразмечены %n статьи</numerusform>
        <numerusform>Предразмечено %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) removed</source>
      <translation>
        <numerusform>убрана %n статья</numerusform>
        <numerusform>убраны %n статьи</numerusform>
        <numerusform>убрано %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) removed.</source>
      <translation>
        <numerusform>Убрана %n статья.</numerusform>
        <numerusform>Убраны %n статьи.</numerusform>
        <numerusform>Убрано %n статей.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) that one copy removed and the other went on with: they stay</source>
      <translation>
        <numerusform>%n статья убрана в одной копии, а в другой над ней работали: она остаётся</numerusform>
        <numerusform>%n статьи убраны в одной копии, а в другой над ними работали: они остаются</numerusform>
        <numerusform>%n статей убрано в одной копии, а в другой над ними работали: они остаются</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) that the other copy removed</source>
      <translation>
        <numerusform>%n статья убрана в другой копии</numerusform>
        <numerusform>%n статьи убраны в другой копии</numerusform>
        <numerusform>%n статей убрано в другой копии</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) were annotated by a run before this one</source>
      <translation>
        <numerusform>%n статья размечена прежним запуском</numerusform>
        <numerusform>%n статьи размечены прежним запуском</numerusform>
        <numerusform>%n статей размечено прежним запуском</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) with another text: left alone on both sides</source>
      <translation>
        <numerusform>%n статья с другим текстом: не тронута в обеих копиях</numerusform>
        <numerusform>%n статьи с другим текстом: не тронуты в обеих копиях</numerusform>
        <numerusform>%n статей с другим текстом: не тронуты в обеих копиях</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) with quotations</source>
      <translation>
        <numerusform>%n статья с цитатами</numerusform>
        <numerusform>%n статьи с цитатами</numerusform>
        <numerusform>%n статей с цитатами</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) would be given:</source>
      <translation>
        <numerusform>была бы роздана %n статья:</numerusform>
        <numerusform>были бы розданы %n статьи:</numerusform>
        <numerusform>было бы роздано %n статей:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s), finished or under review, are not given out.</source>
      <translation>
        <numerusform>%n статья готова или на проверке и не раздаётся.</numerusform>
        <numerusform>%n статьи готовы или на проверке и не раздаются.</numerusform>
        <numerusform>%n статей готово или на проверке, они не раздаются.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s): {status}</source>
      <translation>
        <numerusform>%n статья: {status}</numerusform>
        <numerusform>%n статьи: {status}</numerusform>
        <numerusform>%n статей: {status}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n bar(s); arrow keys go through them</source>
      <translation>
        <numerusform>%n полоса; стрелки переходят между ними</numerusform>
        <numerusform>%n полосы; стрелки переходят между ними</numerusform>
        <numerusform>%n полос; стрелки переходят между ними</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n changed or removed since</source>
      <translation>
        <numerusform>%n изменилась или исчезла</numerusform>
        <numerusform>%n изменились или исчезли</numerusform>
        <numerusform>%n изменились или исчезли</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>%n знак</numerusform>
        <numerusform>%n знака</numerusform>
        <numerusform>%n знаков</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n characters</source>
      <translation>
        <numerusform>%n знак</numerusform>
        <numerusform>%n знака</numerusform>
        <numerusform>%n знаков</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n comment(s)</source>
      <translation>
        <numerusform>%n замечание</numerusform>
        <numerusform>%n замечания</numerusform>
        <numerusform>%n замечаний</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n correction(s)</source>
      <translation>
        <numerusform>%n исправление</numerusform>
        <numerusform>%n исправления</numerusform>
        <numerusform>%n исправлений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n correction(s) and comment(s)</source>
      <translation>
        <numerusform>%n исправление или замечание</numerusform>
        <numerusform>%n исправления и замечания</numerusform>
        <numerusform>%n исправлений и замечаний</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n день</numerusform>
        <numerusform>%n дня</numerusform>
        <numerusform>%n дней</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed left as they are here</source>
      <translation>
        <numerusform>%n поле, изменённое в обеих копиях, оставлено как здесь</numerusform>
        <numerusform>%n поля, изменённых в обеих копиях, оставлены как здесь</numerusform>
        <numerusform>%n полей, изменённых в обеих копиях, оставлено как здесь</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed: left as they are here</source>
      <translation>
        <numerusform>%n поле изменено в обеих копиях: оставлено как здесь</numerusform>
        <numerusform>%n поля изменены в обеих копиях: оставлены как здесь</numerusform>
        <numerusform>%n полей изменено в обеих копиях: оставлены как здесь</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n detail(s) that both changed: ours stay</source>
      <translation>
        <numerusform>%n поле изменено в обеих копиях: остаётся наше</numerusform>
        <numerusform>%n поля изменены в обеих копиях: остаются наши</numerusform>
        <numerusform>%n полей изменено в обеих копиях: остаются наши</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n difference(s) are still open here.</source>
      <translation>
        <numerusform>Здесь ещё не решено %n расхождение.</numerusform>
        <numerusform>Здесь ещё не решены %n расхождения.</numerusform>
        <numerusform>Здесь ещё не решено %n расхождений.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s)</source>
      <translation>
        <numerusform>%n правка</numerusform>
        <numerusform>%n правки</numerusform>
        <numerusform>%n правок</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s) before</source>
      <translation>
        <numerusform>была %n правка</numerusform>
        <numerusform>было %n правки</numerusform>
        <numerusform>было %n правок</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n edit(s) were made since then.</source>
      <translation>
        <numerusform>После этого сделана %n правка.</numerusform>
        <numerusform>После этого сделаны %n правки.</numerusform>
        <numerusform>После этого сделано %n правок.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s)</source>
      <translation>
        <numerusform>%n запись</numerusform>
        <numerusform>%n записи</numerusform>
        <numerusform>%n записей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s) taken in</source>
      <translation>
        <numerusform>загружена %n запись</numerusform>
        <numerusform>загружены %n записи</numerusform>
        <numerusform>загружено %n записей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s) with the least behind them left out: {names} …</source>
      <translation>
        <numerusform>Не вошла %n запись, за которой меньше всего свидетельств: {names} …</numerusform>
        <numerusform>Не вошли %n записи, за которыми меньше всего свидетельств: {names} …</numerusform>
        <numerusform>Не вошло %n записей, за которыми меньше всего свидетельств: {names} …</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fault(s) found</source>
      <translation>
        <numerusform>найдена %n ошибка</numerusform>
        <numerusform>найдены %n ошибки</numerusform>
        <numerusform>найдено %n ошибок</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed left as they are here</source>
      <translation>
        <numerusform>%n поле источников, изменённое в обеих копиях, оставлено как здесь</numerusform>
        <numerusform>%n поля источников, изменённые в обеих копиях, оставлены как здесь</numerusform>
        <numerusform>%n полей источников, изменённых в обеих копиях, оставлено как здесь</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed: left as they are here</source>
      <translation>
        <numerusform>%n поле источников изменено в обеих копиях: оставлено как здесь</numerusform>
        <numerusform>%n поля источников изменены в обеих копиях: оставлены как здесь</numerusform>
        <numerusform>%n полей источников изменено в обеих копиях: оставлены как здесь</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) of sources that both changed: ours stay</source>
      <translation>
        <numerusform>%n поле источников изменено в обеих копиях: остаётся наше</numerusform>
        <numerusform>%n поля источников изменены в обеих копиях: остаются наши</numerusform>
        <numerusform>%n полей источников изменено в обеих копиях: остаются наши</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finding(s)</source>
      <translation>
        <numerusform>%n замечание</numerusform>
        <numerusform>%n замечания</numerusform>
        <numerusform>%n замечаний</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finding(s) at least</source>
      <translation>
        <numerusform>не меньше %n находки</numerusform>
        <numerusform>не меньше %n находок</numerusform>
        <numerusform>не меньше %n находок</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n finished layer(s) with open items</source>
      <translation>
        <numerusform>в %n законченном слое остались нерешённые объекты</numerusform>
        <numerusform>в %n законченных слоях остались нерешённые объекты</numerusform>
        <numerusform>в %n законченных слоях остались нерешённые объекты</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n further row(s) are left out.</source>
      <translation>
        <numerusform>Ещё %n строка не показана.</numerusform>
        <numerusform>Ещё %n строки не показаны.</numerusform>
        <numerusform>Ещё %n строк не показано.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n gold quotation(s)</source>
      <translation>
        <numerusform>%n цитата в эталоне</numerusform>
        <numerusform>%n цитаты в эталоне</numerusform>
        <numerusform>%n цитат в эталоне</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n guess(es)</source>
      <translation>
        <numerusform>%n догадка</numerusform>
        <numerusform>%n догадки</numerusform>
        <numerusform>%n догадок</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>найдено %n место</numerusform>
        <numerusform>найдено %n места</numerusform>
        <numerusform>найдено %n мест</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in another’s layer</source>
      <translation>
        <numerusform>%n в чужом слое</numerusform>
        <numerusform>%n в чужих слоях</numerusform>
        <numerusform>%n в чужих слоях</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in no quotation</source>
      <translation>
        <numerusform>%n вне цитат</numerusform>
        <numerusform>%n вне цитат</numerusform>
        <numerusform>%n вне цитат</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s)</source>
      <translation>
        <numerusform>%n объект</numerusform>
        <numerusform>%n объекта</numerusform>
        <numerusform>%n объектов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) accepted</source>
      <translation>
        <numerusform>Принят %n объект</numerusform>
        <numerusform>Принято %n объекта</numerusform>
        <numerusform>Принято %n объектов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) are still open</source>
      <translation>
        <numerusform>Остался нерешённым %n объект</numerusform>
        <numerusform>Остались нерешёнными %n объекта</numerusform>
        <numerusform>Остались нерешёнными %n объектов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) had to be left out</source>
      <translation>
        <numerusform>%n объект пришлось пропустить</numerusform>
        <numerusform>%n объекта пришлось пропустить</numerusform>
        <numerusform>%n объектов пришлось пропустить</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) left out</source>
      <translation>
        <numerusform>не вошёл %n объект</numerusform>
        <numerusform>не вошли %n объекта</numerusform>
        <numerusform>не вошло %n объектов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) move to {kept}; “{gone}” stays as another name.</source>
      <translation>
        <numerusform>%n объект перейдёт к «{kept}»; «{gone}» останется другим именем.</numerusform>
        <numerusform>%n объекта перейдут к «{kept}»; «{gone}» останется другим именем.</numerusform>
        <numerusform>%n объектов перейдёт к «{kept}»; «{gone}» останется другим именем.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of a merge wait to be resolved.</source>
      <translation>
        <numerusform>После слияния %n объект ждёт решения.</numerusform>
        <numerusform>После слияния %n объекта ждут решения.</numerusform>
        <numerusform>После слияния %n объектов ждут решения.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of this article are still open.</source>
      <translation>
        <numerusform>В этой статье ещё не решён %n объект.</numerusform>
        <numerusform>В этой статье ещё не решены %n объекта.</numerusform>
        <numerusform>В этой статье ещё не решены %n объектов.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) of {name}</source>
      <translation>
        <numerusform>%n объект от {name}</numerusform>
        <numerusform>%n объекта от {name}</numerusform>
        <numerusform>%n объектов от {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) refused</source>
      <translation>
        <numerusform>Отклонена %n единица</numerusform>
        <numerusform>Отклонено %n единицы</numerusform>
        <numerusform>Отклонено %n единиц</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) rejected</source>
      <translation>
        <numerusform>Отклонён %n объект</numerusform>
        <numerusform>Отклонено %n объекта</numerusform>
        <numerusform>Отклонено %n объектов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) settled</source>
      <translation>
        <numerusform>решён %n элемент</numerusform>
        <numerusform>решены %n элемента</numerusform>
        <numerusform>решено %n элементов</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) to resolve</source>
      <translation>
        <numerusform>%n объект ждёт решения</numerusform>
        <numerusform>%n объекта ждут решения</numerusform>
        <numerusform>%n объектов ждут решения</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n item(s) were changed on both sides, each in its own way.</source>
      <translation>
        <numerusform>%n объект изменён в обеих копиях по-разному.</numerusform>
        <numerusform>%n объекта изменены в обеих копиях по-разному.</numerusform>
        <numerusform>%n объектов изменено в обеих копиях по-разному.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s)</source>
      <translation>
        <numerusform>%n слой</numerusform>
        <numerusform>%n слоя</numerusform>
        <numerusform>%n слоёв</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) carried on</source>
      <translation>
        <numerusform>продолжен %n слой</numerusform>
        <numerusform>продолжены %n слоя</numerusform>
        <numerusform>продолжено %n слоёв</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) carried on in the other copy</source>
      <translation>
        <numerusform>%n слой продолжен в другой копии</numerusform>
        <numerusform>%n слоя продолжены в другой копии</numerusform>
        <numerusform>%n слоёв продолжено в другой копии</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) merged</source>
      <translation>
        <numerusform>объединён %n слой</numerusform>
        <numerusform>объединены %n слоя</numerusform>
        <numerusform>объединено %n слоёв</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) that both went on with</source>
      <translation>
        <numerusform>%n слой, с которым работали в обеих копиях</numerusform>
        <numerusform>%n слоя, с которыми работали в обеих копиях</numerusform>
        <numerusform>%n слоёв, с которыми работали в обеих копиях</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s) written</source>
      <translation>
        <numerusform>записан %n слой</numerusform>
        <numerusform>записаны %n слоя</numerusform>
        <numerusform>записано %n слоёв</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n layer(s): {whose}.</source>
      <translation>
        <numerusform>%n слой: {whose}.</numerusform>
        <numerusform>%n слоя: {whose}.</numerusform>
        <numerusform>%n слоёв: {whose}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n строка</numerusform>
        <numerusform>%n строки</numerusform>
        <numerusform>%n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) copied</source>
      <translation>
        <numerusform>Скопирована %n строка</numerusform>
        <numerusform>Скопировано %n строки</numerusform>
        <numerusform>Скопировано %n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) written</source>
      <translation>
        <numerusform>записана %n строка</numerusform>
        <numerusform>записаны %n строки</numerusform>
        <numerusform>записано %n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) written to {path}.</source>
      <translation>
        <numerusform>%n строка записана в {path}.</numerusform>
        <numerusform>%n строки записаны в {path}.</numerusform>
        <numerusform>%n строк записано в {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more: filter them</source>
      <translation>
        <numerusform>ещё %n: воспользуйтесь фильтром</numerusform>
        <numerusform>ещё %n: воспользуйтесь фильтром</numerusform>
        <numerusform>ещё %n: воспользуйтесь фильтром</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new article(s)</source>
      <translation>
        <numerusform>%n новая статья</numerusform>
        <numerusform>%n новые статьи</numerusform>
        <numerusform>%n новых статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new label(s)</source>
      <translation>
        <numerusform>%n новая метка</numerusform>
        <numerusform>%n новые метки</numerusform>
        <numerusform>%n новых меток</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new layer(s)</source>
      <translation>
        <numerusform>%n новый слой</numerusform>
        <numerusform>%n новых слоя</numerusform>
        <numerusform>%n новых слоёв</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new source(s) in the register</source>
      <translation>
        <numerusform>%n новый источник в реестре</numerusform>
        <numerusform>%n новых источника в реестре</numerusform>
        <numerusform>%n новых источников в реестре</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n now</source>
      <translation>
        <numerusform>теперь %n</numerusform>
        <numerusform>теперь %n</numerusform>
        <numerusform>теперь %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of the articles removed</source>
      <translation>
        <numerusform>из них %n убрана</numerusform>
        <numerusform>из них %n убраны</numerusform>
        <numerusform>из них %n убрано</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them has no score.</source>
      <translation>
        <numerusform>%n из них без оценки.</numerusform>
        <numerusform>%n из них без оценки.</numerusform>
        <numerusform>%n из них без оценки.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other item(s) are open here. V: stop at others too.</source>
      <translation>
        <numerusform>Здесь не решён ещё %n объект. V — останавливаться и на других.</numerusform>
        <numerusform>Здесь не решены ещё %n объекта. V — останавливаться и на других.</numerusform>
        <numerusform>Здесь не решены ещё %n объектов. V — останавливаться и на других.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%n пара</numerusform>
        <numerusform>%n пары</numerusform>
        <numerusform>%n пар</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) found</source>
      <translation>
        <numerusform>найдено %n место</numerusform>
        <numerusform>найдено %n места</numerusform>
        <numerusform>найдено %n мест</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) marked</source>
      <translation>
        <numerusform>размечено %n место</numerusform>
        <numerusform>размечено %n места</numerusform>
        <numerusform>размечено %n мест</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n predicted</source>
      <translation>
        <numerusform>предсказана %n</numerusform>
        <numerusform>предсказано %n</numerusform>
        <numerusform>предсказано %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n process(es) ended at it, the last: {how}</source>
      <translation>
        <numerusform>на ней прекратился %n процесс: {how}</numerusform>
        <numerusform>на ней прекратились %n процесса, последний: {how}</numerusform>
        <numerusform>на ней прекратились %n процессов, последний: {how}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s)</source>
      <translation>
        <numerusform>%n предложение</numerusform>
        <numerusform>%n предложения</numerusform>
        <numerusform>%n предложений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) changed</source>
      <translation>
        <numerusform>изменилось %n предложение</numerusform>
        <numerusform>изменились %n предложения</numerusform>
        <numerusform>изменилось %n предложений</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s) that nobody has settled</source>
      <translation>
        <numerusform>%n предложение, о котором никто не решил</numerusform>
        <numerusform>%n предложения, о которых никто не решил</numerusform>
        <numerusform>%n предложений, о которых никто не решил</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proposal(s); nothing was stored.</source>
      <translation>
        <numerusform>%n предложение; ничего не сохранено.</numerusform>
        <numerusform>%n предложения; ничего не сохранено.</numerusform>
        <numerusform>%n предложений; ничего не сохранено.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s)</source>
      <translation>
        <numerusform>%n цитата</numerusform>
        <numerusform>%n цитаты</numerusform>
        <numerusform>%n цитат</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s) overlap by half or more.</source>
      <translation>
        <numerusform>%n цитата совпадает наполовину или больше.</numerusform>
        <numerusform>%n цитаты совпадают наполовину или больше.</numerusform>
        <numerusform>%n цитат совпадает наполовину или больше.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s)</source>
      <translation>
        <numerusform>%n запись</numerusform>
        <numerusform>%n записи</numerusform>
        <numerusform>%n записей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) refused</source>
      <translation>
        <numerusform>отклонена %n запись</numerusform>
        <numerusform>отклонены %n записи</numerusform>
        <numerusform>отклонено %n записей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) there already</source>
      <translation>
        <numerusform>%n запись уже была</numerusform>
        <numerusform>%n записи уже были</numerusform>
        <numerusform>%n записей уже были</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n record(s) written</source>
      <translation>
        <numerusform>записана %n запись</numerusform>
        <numerusform>записаны %n записи</numerusform>
        <numerusform>записано %n записей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rejected item(s) are not shown.</source>
      <translation>
        <numerusform>%n отклонённый объект не показан.</numerusform>
        <numerusform>%n отклонённых объекта не показаны.</numerusform>
        <numerusform>%n отклонённых объектов не показано.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n removed article(s) deleted for good.</source>
      <translation>
        <numerusform>Окончательно удалена %n убранная статья.</numerusform>
        <numerusform>Окончательно удалены %n убранные статьи.</numerusform>
        <numerusform>Окончательно удалено %n убранных статей.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n removed article(s) kept: the other copy went on with them</source>
      <translation>
        <numerusform>%n убранная статья оставлена: в другой копии над ней работали</numerusform>
        <numerusform>%n убранные статьи оставлены: в другой копии над ними работали</numerusform>
        <numerusform>%n убранных статей оставлено: в другой копии над ними работали</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n строка</numerusform>
        <numerusform>%n строки</numerusform>
        <numerusform>%n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) copied</source>
      <translation>
        <numerusform>скопирована %n строка</numerusform>
        <numerusform>скопированы %n строки</numerusform>
        <numerusform>скопировано %n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) written</source>
      <translation>
        <numerusform>Записана %n строка</numerusform>
        <numerusform>Записано %n строки</numerusform>
        <numerusform>Записано %n строк</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) written to {path}.</source>
      <translation>
        <numerusform>%n строка записана в {path}.</numerusform>
        <numerusform>%n строки записаны в {path}.</numerusform>
        <numerusform>%n строк записано в {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n settled</source>
      <translation>
        <numerusform>%n решена</numerusform>
        <numerusform>%n решены</numerusform>
        <numerusform>%n решено</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n settled quotation(s)</source>
      <translation>
        <numerusform>%n решённая цитата</numerusform>
        <numerusform>%n решённые цитаты</numerusform>
        <numerusform>%n решённых цитат</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n источник</numerusform>
        <numerusform>%n источника</numerusform>
        <numerusform>%n источников</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) of the register</source>
      <translation>
        <numerusform>%n источник реестра</numerusform>
        <numerusform>%n источника реестра</numerusform>
        <numerusform>%n источников реестра</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) of the register changed</source>
      <translation>
        <numerusform>изменён %n источник реестра</numerusform>
        <numerusform>изменено %n источника реестра</numerusform>
        <numerusform>изменено %n источников реестра</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) nearly the same as one that is there.</source>
      <translation>
        <numerusform>%n текст почти совпадает с имеющимся.</numerusform>
        <numerusform>%n текста почти совпадают с имеющимися.</numerusform>
        <numerusform>%n текстов почти совпадают с имеющимися.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that had it already</source>
      <translation>
        <numerusform>у %n это уже было</numerusform>
        <numerusform>у %n это уже было</numerusform>
        <numerusform>у %n это уже было</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s)</source>
      <translation>
        <numerusform>%n раз</numerusform>
        <numerusform>%n раза</numerusform>
        <numerusform>%n раз</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s) named or quoted</source>
      <translation>
        <numerusform>назван или процитирован %n раз</numerusform>
        <numerusform>назван или процитирован %n раза</numerusform>
        <numerusform>назван или процитирован %n раз</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n to which it does not apply</source>
      <translation>
        <numerusform>к %n это не относится</numerusform>
        <numerusform>к %n это не относится</numerusform>
        <numerusform>к %n это не относится</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) said</source>
      <translation>
        <numerusform>сказано %n слово</numerusform>
        <numerusform>сказано %n слова</numerusform>
        <numerusform>сказано %n слов</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Article</source>
      <translation>&amp;Статья</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>С&amp;ведение</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Правка</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>Спр&amp;авка</translation>
    </message>
    <message>
      <source>&amp;Project</source>
      <translation>П&amp;роект</translation>
    </message>
    <message>
      <source>&amp;Quotation</source>
      <translation>&amp;Цитата</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>Пр&amp;оверка</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Вид</translation>
    </message>
    <message>
      <source>'--chart' draws quotations by one or two axes, not {what}.</source>
      <translation>«--chart» рисует цитаты по одному или двум признакам, а не {what}.</translation>
    </message>
    <message>
      <source>(no cue)</source>
      <translation>(без слова-ввода)</translation>
    </message>
    <message>
      <source>(no date)</source>
      <translation>(без даты)</translation>
    </message>
    <message>
      <source>(no gender)</source>
      <translation>(пол не указан)</translation>
    </message>
    <message>
      <source>(no kind)</source>
      <translation>(вид не указан)</translation>
    </message>
    <message>
      <source>(no newspaper)</source>
      <translation>(издание не указано)</translation>
    </message>
    <message>
      <source>(no speaker)</source>
      <translation>(без говорящего)</translation>
    </message>
    <message>
      <source>(nobody is named)</source>
      <translation>(никто не назван)</translation>
    </message>
    <message>
      <source>--add, --remove, --allow, --show and --try are for one at a time.</source>
      <translation>Параметры --add, --remove, --allow, --show и --try задаются по одному.</translation>
    </message>
    <message>
      <source>--consent is for --add and --try.</source>
      <translation>Параметр --consent нужен только с --add и --try.</translation>
    </message>
    <message>
      <source>--consent is for --proposer.</source>
      <translation>Параметр --consent нужен только с --proposer.</translation>
    </message>
    <message>
      <source>--every is for a project.</source>
      <translation>--every относится только к проекту.</translation>
    </message>
    <message>
      <source>--json is for --show and --check.</source>
      <translation>--json относится к --show и --check.</translation>
    </message>
    <message>
      <source>--proposer and --consent are for a project.</source>
      <translation>Параметры --proposer и --consent относятся к проекту.</translation>
    </message>
    <message>
      <source>--workers and --scheduler are for our own pre-annotation, not for --proposer.</source>
      <translation>Параметры --workers и --scheduler относятся к собственной предразметке, а не к --proposer.</translation>
    </message>
    <message>
      <source>0 (not installed)</source>
      <translation>0 (не установлена)</translation>
    </message>
    <message>
      <source>1, 2: take that version · Enter: what is marked · B: both · E: edit · Del: neither · Tab: next</source>
      <translation>1, 2: взять этот вариант · Enter: отмеченное · B: оба · E: править · Del: ни одного · Tab: дальше</translation>
    </message>
    <message>
      <source>2026-01-31</source>
      <translation>2026-01-31</translation>
    </message>
    <message>
      <source>A B C are annotators of this project.</source>
      <translation>A B C — разметчики этого проекта.</translation>
    </message>
    <message>
      <source>A backup is made first.</source>
      <translation>Сначала делается резервная копия.</translation>
    </message>
    <message>
      <source>A chart is written as .svg or .png, not as {name}.</source>
      <translation>График записывается в .svg или .png, а не в {name}.</translation>
    </message>
    <message>
      <source>A command of this project</source>
      <translation>Команда этого проекта</translation>
    </message>
    <message>
      <source>A command, --url, --model, --key, --version and --anew are for --add.</source>
      <translation>Команда и параметры --url, --model, --key, --version и --anew нужны только с --add.</translation>
    </message>
    <message>
      <source>A doubled article would go to {each} people, and {count} are named. Name more people, or double no articles.</source>
      <translation>Статья с двойной разметкой досталась бы стольким людям: {each}, а названо: {count}. Назовите больше людей или откажитесь от двойной разметки.</translation>
    </message>
    <message>
      <source>A file with a title only</source>
      <translation>Файл с одним заголовком</translation>
    </message>
    <message>
      <source>A folder…</source>
      <translation>Папка…</translation>
    </message>
    <message>
      <source>A full stop after the closing mark belongs to the content</source>
      <translation>Точка после закрывающей кавычки входит в содержание</translation>
    </message>
    <message>
      <source>A full stop after the closing mark is inside</source>
      <translation>Точка после закрывающей кавычки входит в содержание</translation>
    </message>
    <message>
      <source>A line around it, handles to drag at its edges, and lines in the margin from it to its cue (ring) and its speaker mention (disc).</source>
      <translation>Обведена; за ручки по краям можно тянуть; линии на поле ведут к слову-вводу (кольцо) и упоминанию говорящего (кружок).</translation>
    </message>
    <message>
      <source>A line with the figure and colour of its label.</source>
      <translation>Линия с фигуркой и цветом метки.</translation>
    </message>
    <message>
      <source>A line with the figure and colour of its label. Key: {key}</source>
      <translation>Линия с фигуркой и цветом метки. Клавиша: {key}</translation>
    </message>
    <message>
      <source>A longer article is asked about in parts that overlap</source>
      <translation>О более длинной статье спрашивают по частям, которые перекрываются</translation>
    </message>
    <message>
      <source>A model on an OpenAI-compatible server: Ollama, llama.cpp, vLLM. It gets the text and the guidelines of the project. Untried with a real model: measure it before you believe it.</source>
      <translation>Модель на сервере, совместимом с OpenAI: Ollama, llama.cpp, vLLM. Она получает текст и правила разметки проекта. С настоящей моделью не испытано: прежде чем доверять, измерьте качество.</translation>
    </message>
    <message>
      <source>A name that others will know you by</source>
      <translation>Имя, под которым вас знают другие</translation>
    </message>
    <message>
      <source>A new label, with colours that no other one has</source>
      <translation>Новая метка с цветами, которых нет у других</translation>
    </message>
    <message>
      <source>A note on the actor</source>
      <translation>Заметка об источнике</translation>
    </message>
    <message>
      <source>A note on the article; it is kept as you write</source>
      <translation>Заметка о статье; сохраняется, пока вы пишете</translation>
    </message>
    <message>
      <source>A note on the source</source>
      <translation>Заметка об источнике</translation>
    </message>
    <message>
      <source>A note on this item; it is kept as you write</source>
      <translation>Заметка об этом объекте; сохраняется, пока вы пишете</translation>
    </message>
    <message>
      <source>A part that the program filled in and nobody has confirmed: dashed.</source>
      <translation>Часть, которую подставила программа и никто не подтвердил: пунктир.</translation>
    </message>
    <message>
      <source>A person marked, accepted or corrected it.</source>
      <translation>Человек разметил, принял или исправил это.</translation>
    </message>
    <message>
      <source>A program on this machine. It gets articles as lines of JSON and answers each with one line.</source>
      <translation>Программа на этом компьютере. Получает статьи строками JSON и на каждую отвечает одной строкой.</translation>
    </message>
    <message>
      <source>A project is annotated in place: --output, --explain and --encoding are for files.</source>
      <translation>Проект размечается на месте: --output, --explain и --encoding относятся к файлам.</translation>
    </message>
    <message>
      <source>A proposal of the program that nobody has decided about</source>
      <translation>Предложение программы, о котором никто ещё не решил</translation>
    </message>
    <message>
      <source>A quotation keeps at least one range; Delete takes the whole quotation away.</source>
      <translation>У цитаты остаётся хотя бы один отрезок; клавиша Delete убирает цитату целиком.</translation>
    </message>
    <message>
      <source>A second axis: a table of both, as month and gender.</source>
      <translation>Второй признак: таблица по обоим, например по месяцу и полу.</translation>
    </message>
    <message>
      <source>A server that gets an article as one line of JSON and answers with one line.</source>
      <translation>Сервер, который получает статью одной строкой JSON и отвечает одной строкой.</translation>
    </message>
    <message>
      <source>A text holds half of a character (an unpaired surrogate) and cannot be stored: {reason}.</source>
      <translation>В тексте есть половина знака (непарный суррогат), его нельзя сохранить: {reason}.</translation>
    </message>
    <message>
      <source>A text that the project has under another id does not come in twice</source>
      <translation>Текст, который уже есть в проекте под другим идентификатором, второй раз не попадёт</translation>
    </message>
    <message>
      <source>A word finds all its forms; ? on the right tells everything else</source>
      <translation>Слово находится во всех формах; об остальном расскажет «?» справа</translation>
    </message>
    <message>
      <source>A word, or “a phrase”</source>
      <translation>Слово или «фраза»</translation>
    </message>
    <message>
      <source>A year, a month or a day: 2026, 2026-05, 31.05.2026</source>
      <translation>Год, месяц или день: 2026, 2026-05, 31.05.2026</translation>
    </message>
    <message>
      <source>A: add to the quotation · C: cue · S: speaker mention · R: move here · D I M: new quotation</source>
      <translation>A: добавить к цитате · C: слово-ввод · S: упоминание · R: перенести сюда · D I M: новая цитата</translation>
    </message>
    <message>
      <source>Aa</source>
      <translation>Aa</translation>
    </message>
    <message>
      <source>About Citata</source>
      <translation>О программе Citata</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Принять</translation>
    </message>
    <message numerus="yes">
      <source>Accept %n open item(s) of this article?</source>
      <translation>
        <numerusform>Принять %n нерешённый объект этой статьи?</numerusform>
        <numerusform>Принять %n нерешённых объекта этой статьи?</numerusform>
        <numerusform>Принять %n нерешённых объектов этой статьи?</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept a proposal</source>
      <translation>Примите предложение</translation>
    </message>
    <message>
      <source>Accept all of this kind that are as sure</source>
      <translation>Принять все такие же, не менее уверенные</translation>
    </message>
    <message>
      <source>Accept all open entities</source>
      <translation>Принять все нерешённые сущности</translation>
    </message>
    <message>
      <source>Accept all that is open</source>
      <translation>Принять всё нерешённое</translation>
    </message>
    <message>
      <source>Accept and go on</source>
      <translation>Принять и идти дальше</translation>
    </message>
    <message>
      <source>Accept many</source>
      <translation>Принять много сразу</translation>
    </message>
    <message>
      <source>Accept many…</source>
      <translation>Принять много сразу…</translation>
    </message>
    <message>
      <source>Accept proposals on the other page, or add sources yourself.</source>
      <translation>Примите предложения на соседней вкладке или добавьте источники сами.</translation>
    </message>
    <message>
      <source>Accept the proposals: they are yours then</source>
      <translation>Принять предложения: они станут вашими</translation>
    </message>
    <message numerus="yes">
      <source>Accept these %n</source>
      <translation>
        <numerusform>Принять %n</numerusform>
        <numerusform>Принять эти %n</numerusform>
        <numerusform>Принять эти %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept these %n, done</source>
      <translation>
        <numerusform>Принять %n, готово</numerusform>
        <numerusform>Принять эти %n, готово</numerusform>
        <numerusform>Принять эти %n, готово</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept these proposals, as one edit</source>
      <translation>Принять эти предложения одной правкой</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>Принято</translation>
    </message>
    <message>
      <source>Actor</source>
      <translation>Источник</translation>
    </message>
    <message>
      <source>Actor: {words}.</source>
      <translation>Источник: {words}.</translation>
    </message>
    <message>
      <source>Actors</source>
      <translation>Источники</translation>
    </message>
    <message>
      <source>Actors of the other gender are not proposed for it</source>
      <translation>Лица другого рода за него не предлагаются</translation>
    </message>
    <message>
      <source>Actors, B³</source>
      <translation>Источники, B³</translation>
    </message>
    <message>
      <source>Actors, LEA</source>
      <translation>Источники, LEA</translation>
    </message>
    <message>
      <source>Add a label</source>
      <translation>Добавить метку</translation>
    </message>
    <message>
      <source>Add a proposer</source>
      <translation>Добавить предразметчик</translation>
    </message>
    <message>
      <source>Add a source that no article names yet</source>
      <translation>Добавить источник, которого пока нет ни в одной статье</translation>
    </message>
    <message>
      <source>Add article</source>
      <translation>Добавить статью</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Добавить файлы</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>Добавить файлы…</translation>
    </message>
    <message>
      <source>Add folder</source>
      <translation>Добавить папку</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Добавить папку…</translation>
    </message>
    <message>
      <source>Add it</source>
      <translation>Добавить</translation>
    </message>
    <message>
      <source>Add labels that the project lacks</source>
      <translation>Добавить метки, которых нет в проекте</translation>
    </message>
    <message>
      <source>Add labels that the project lacks.</source>
      <translation>Добавить метки, которых в проекте нет.</translation>
    </message>
    <message>
      <source>Add selected text</source>
      <translation>Добавить выделенный текст</translation>
    </message>
    <message>
      <source>Add the article and open it</source>
      <translation>Добавить статью и открыть её</translation>
    </message>
    <message>
      <source>Add the selected words to the speaker’s name</source>
      <translation>Добавить выделенные слова к имени говорящего</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Адрес</translation>
    </message>
    <message>
      <source>Address of the page</source>
      <translation>Ссылка</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Добавить…</translation>
    </message>
    <message>
      <source>Adjudicated</source>
      <translation>Сведённый слой</translation>
    </message>
    <message>
      <source>After the merge you resolve those items one by one; until then they stay as they are here.</source>
      <translation>После слияния вы решите, как быть с каждым из них; до тех пор всё остаётся как здесь.</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>Против</translation>
    </message>
    <message>
      <source>Agreed</source>
      <translation>Согласовано</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>Согласие</translation>
    </message>
    <message>
      <source>Agreement over time</source>
      <translation>Согласие во времени</translation>
    </message>
    <message>
      <source>Agreement over time: exact quotations, F1</source>
      <translation>Согласие во времени: точные цитаты, F1</translation>
    </message>
    <message>
      <source>Agreement…</source>
      <translation>Согласие…</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Все</translation>
    </message>
    <message>
      <source>All annotators together</source>
      <translation>Все разметчики вместе</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>Все статьи</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>Все команды</translation>
    </message>
    <message>
      <source>All commands have their default keys again.</source>
      <translation>У всех команд снова клавиши по умолчанию.</translation>
    </message>
    <message>
      <source>All commands…</source>
      <translation>Все команды…</translation>
    </message>
    <message>
      <source>All default keys</source>
      <translation>Все по умолчанию</translation>
    </message>
    <message>
      <source>All differences ({count})</source>
      <translation>Все расхождения ({count})</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Все файлы</translation>
    </message>
    <message>
      <source>All forms</source>
      <translation>Все формы</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Все клавиши</translation>
    </message>
    <message>
      <source>All layers</source>
      <translation>Все слои</translation>
    </message>
    <message>
      <source>All measures as numbers</source>
      <translation>Все показатели в числах</translation>
    </message>
    <message>
      <source>All mentions of an actor</source>
      <translation>Все упоминания источника</translation>
    </message>
    <message>
      <source>All of it is right as it is, and the article is done: one edit</source>
      <translation>Всё это верно, и статья готова: одна правка</translation>
    </message>
    <message>
      <source>All people</source>
      <translation>Все люди</translation>
    </message>
    <message>
      <source>All quotations and entities</source>
      <translation>Все цитаты и сущности</translation>
    </message>
    <message>
      <source>All quotations, or those of a query: source:ТАСС date:2026-05 gender:f …</source>
      <translation>Все цитаты или цитаты запроса: издание:ТАСС дата:2026-05 пол:ж …</translation>
    </message>
    <message>
      <source>Allowed: {name}, {target}</source>
      <translation>Разрешено: {name}, {target}</translation>
    </message>
    <message>
      <source>Already there: {id}</source>
      <translation>Уже есть: {id}</translation>
    </message>
    <message>
      <source>Also new sources of one article</source>
      <translation>И новые источники из одной статьи</translation>
    </message>
    <message>
      <source>Also where the words stand in another case</source>
      <translation>И там, где слова стоят в другом падеже</translation>
    </message>
    <message>
      <source>Ambiguous</source>
      <translation>Неоднозначно</translation>
    </message>
    <message>
      <source>An actor is never used</source>
      <translation>Источник нигде не используется</translation>
    </message>
    <message>
      <source>An actor of its own for this item…</source>
      <translation>Отдельный источник для этого объекта…</translation>
    </message>
    <message>
      <source>An annotator; repeat it for each.</source>
      <translation>Разметчик; повторите ключ для каждого.</translation>
    </message>
    <message>
      <source>An article</source>
      <translation>На статью</translation>
    </message>
    <message>
      <source>An article that takes longer is left out</source>
      <translation>Статья, на которую уходит больше, пропускается</translation>
    </message>
    <message>
      <source>An article was changed elsewhere meanwhile. The list was read again; repeat your last act.</source>
      <translation>Тем временем статью изменили в другом месте. Список прочитан заново; повторите последнее действие.</translation>
    </message>
    <message>
      <source>An edge lies inside a word</source>
      <translation>Край стоит внутри слова</translation>
    </message>
    <message>
      <source>An edge lies on white space</source>
      <translation>Край стоит на пробеле</translation>
    </message>
    <message>
      <source>An entity has no label of the project</source>
      <translation>У сущности нет метки из проекта</translation>
    </message>
    <message>
      <source>An indirect quotation has no cue</source>
      <translation>У косвенной цитаты нет слова-ввода</translation>
    </message>
    <message>
      <source>Annotate in N processes, 1: without any; by default one for each core where there is text enough. With --scheduler: wait until N workers are there, or start N with local.</source>
      <translation>Размечать в N процессах, 1 — без них; по умолчанию по одному на ядро, если текста достаточно. С --scheduler: ждать, пока появятся N рабочих процессов, а при local запустить N.</translation>
    </message>
    <message>
      <source>Annotate on the machines of this Dask scheduler, as tcp://host:8786; local starts one on this machine.</source>
      <translation>Размечать на машинах этого планировщика Dask, например tcp://host:8786; local запускает планировщик на этой машине.</translation>
    </message>
    <message>
      <source>Annotate texts</source>
      <translation>Разметить тексты</translation>
    </message>
    <message>
      <source>Annotate who said what in Russian press texts.

Without a command, citata opens its window: alone, on a project (citata work.citata), or on files (citata article.txt more.jsonl).

Where a command reads or writes a file of texts or annotations, - is standard input or output.</source>
      <translation>Разметка того, кто что сказал в текстах русской прессы.

Без команды citata открывает окно: пустое, с проектом (citata work.citata) или с файлами (citata article.txt more.jsonl).

Там, где команда читает или пишет файл с текстами или разметкой, знак - значит стандартный ввод или вывод.</translation>
    </message>
    <message>
      <source>Annotated by all they were given to</source>
      <translation>Размечены всеми, кому розданы</translation>
    </message>
    <message>
      <source>Annotated here: {what}</source>
      <translation>Размечаются: {what}</translation>
    </message>
    <message numerus="yes">
      <source>Annotated here: {what}. %n other item(s) stay as proposals, and are not counted.</source>
      <translation>
        <numerusform>Размечаются: {what}. Ещё %n предложение остаётся предложением и не считается.</numerusform>
        <numerusform>Размечаются: {what}. Ещё %n предложения остаются предложениями и не считаются.</numerusform>
        <numerusform>Размечаются: {what}. Ещё %n предложений остаются предложениями и не считаются.</numerusform>
      </translation>
    </message>
    <message>
      <source>Annotating</source>
      <translation>Разметка</translation>
    </message>
    <message>
      <source>Annotating on a Dask scheduler</source>
      <translation>Разметка через планировщик Dask</translation>
    </message>
    <message>
      <source>Annotation guidelines</source>
      <translation>Правила разметки</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Разметка</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>Разметчик</translation>
    </message>
    <message>
      <source>Annotators</source>
      <translation>Разметчики</translation>
    </message>
    <message>
      <source>Annotators see their own layers only</source>
      <translation>Разметчики видят только свои слои</translation>
    </message>
    <message>
      <source>Another detail</source>
      <translation>Новое поле</translation>
    </message>
    <message>
      <source>Another process is taking the last changes into the search index; what is shown is as it was before. Search again in a while.</source>
      <translation>Другой процесс сейчас вносит последние изменения в поисковый индекс; показано то, что было до них. Повторите поиск немного позже.</translation>
    </message>
    <message>
      <source>Another program is writing to {path} at this moment. Nothing was lost; close it or try again.</source>
      <translation>В эту минуту в {path} пишет другая программа. Ничего не потеряно; закройте её или попробуйте снова.</translation>
    </message>
    <message>
      <source>Another run is writing {path}. Wait until it has ended, or choose another output file.</source>
      <translation>В {path} пишет другой запуск. Дождитесь его конца или выберите другой файл вывода.</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Answer, or say something about it; Enter sends</source>
      <translation>Ответьте или напишите замечание; Enter отправляет</translation>
    </message>
    <message>
      <source>Any name of a source or of an actor</source>
      <translation>Любое имя из реестра или из статьи</translation>
    </message>
    <message>
      <source>Any name of one of the sources</source>
      <translation>Любое имя одного из источников</translation>
    </message>
    <message>
      <source>Any name of the actor; the arrow down goes to the list</source>
      <translation>Любое имя источника; стрелка вниз ведёт в список</translation>
    </message>
    <message>
      <source>Any name, cue or rule</source>
      <translation>Любое имя, слово-ввод или правило</translation>
    </message>
    <message>
      <source>Any name, office or identifier of a source</source>
      <translation>Любое имя, должность или идентификатор источника</translation>
    </message>
    <message>
      <source>Around</source>
      <translation>Вокруг</translation>
    </message>
    <message>
      <source>Around a word</source>
      <translation>Вокруг слова</translation>
    </message>
    <message>
      <source>Around “{word}”</source>
      <translation>Вокруг слова «{word}»</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Статья</translation>
    </message>
    <message>
      <source>Article by article</source>
      <translation>По статьям</translation>
    </message>
    <message>
      <source>Article by article as well.</source>
      <translation>Также по каждой статье.</translation>
    </message>
    <message>
      <source>Article unsure</source>
      <translation>Сомнение в статье</translation>
    </message>
    <message>
      <source>Article: {title}</source>
      <translation>Статья: {title}</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Статьи</translation>
    </message>
    <message>
      <source>Articles compared</source>
      <translation>Сравнено статей</translation>
    </message>
    <message>
      <source>Articles done</source>
      <translation>Готово статей</translation>
    </message>
    <message>
      <source>Articles finished for the first time</source>
      <translation>Статьи, впервые отмеченные готовыми</translation>
    </message>
    <message>
      <source>Articles in order of agreement; Enter opens one</source>
      <translation>Статьи по степени согласия; Enter открывает статью</translation>
    </message>
    <message>
      <source>Articles of two or more</source>
      <translation>Статьи двоих и более</translation>
    </message>
    <message>
      <source>Articles that nobody has begun start from the proposals of the chosen one</source>
      <translation>Статьи, которые никто не начал, начинаются с предложений выбранного</translation>
    </message>
    <message>
      <source>Articles that nobody has begun start from the proposals of {name} now.</source>
      <translation>Статьи, которые никто не начал, теперь начинаются с предложений {name}.</translation>
    </message>
    <message>
      <source>Articles that nobody has begun start from these proposals now.</source>
      <translation>Статьи, которые никто не начал, теперь начинаются с этих предложений.</translation>
    </message>
    <message>
      <source>Articles that quote both</source>
      <translation>Статьи, где цитируются оба</translation>
    </message>
    <message>
      <source>Articles that quote the first speaker</source>
      <translation>Статьи, где цитируется первый</translation>
    </message>
    <message>
      <source>Articles that quote the second speaker</source>
      <translation>Статьи, где цитируется второй</translation>
    </message>
    <message>
      <source>Articles that two people or more have finished</source>
      <translation>Статьи, которые закончили двое или больше</translation>
    </message>
    <message>
      <source>Articles with at least one of these quotations</source>
      <translation>Статьи, где есть хотя бы одна из этих цитат</translation>
    </message>
    <message>
      <source>Articles worked on</source>
      <translation>Статей в работе</translation>
    </message>
    <message>
      <source>As detected</source>
      <translation>Как определено</translation>
    </message>
    <message>
      <source>As imported</source>
      <translation>По порядку</translation>
    </message>
    <message>
      <source>As it was on {moment}</source>
      <translation>Как было {moment}</translation>
    </message>
    <message>
      <source>As marked</source>
      <translation>Как отмечено</translation>
    </message>
    <message>
      <source>As named</source>
      <translation>По названию</translation>
    </message>
    <message>
      <source>As named: {column}</source>
      <translation>По названию: {column}</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Как в системе</translation>
    </message>
    <message>
      <source>As written</source>
      <translation>Как написано</translation>
    </message>
    <message>
      <source>Ask about all articles</source>
      <translation>Спросить обо всех статьях</translation>
    </message>
    <message>
      <source>Ask about one article, print what is proposed; nothing is stored.</source>
      <translation>Спросить об одной статье и напечатать предложения; ничего не сохраняется.</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Спросить снова</translation>
    </message>
    <message>
      <source>Ask the chosen one about the open article and show what it says; nothing is stored</source>
      <translation>Спросить выбранный об открытой статье и показать ответ; ничего не сохраняется</translation>
    </message>
    <message>
      <source>Ask the chosen proposer about all articles that it has not done; it can be stopped, and goes on from there</source>
      <translation>Спросить выбранный обо всех статьях, которых он ещё не разметил; можно остановить и продолжить с того же места</translation>
    </message>
    <message>
      <source>Asking {name}</source>
      <translation>Спрашиваем {name}</translation>
    </message>
    <message>
      <source>Asking {name}…</source>
      <translation>Спрашиваем {name}…</translation>
    </message>
    <message>
      <source>At least as sure as</source>
      <translation>Уверенность не ниже</translation>
    </message>
    <message>
      <source>At least so often</source>
      <translation>Не реже</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>За работой</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Автор</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Назад</translation>
    </message>
    <message>
      <source>Back to mine</source>
      <translation>Вернуться к своей</translation>
    </message>
    <message>
      <source>Back to my layer</source>
      <translation>Вернуться к своей разметке</translation>
    </message>
    <message>
      <source>Back to the concordance</source>
      <translation>Назад в конкорданс</translation>
    </message>
    <message>
      <source>Back to the lines</source>
      <translation>К строкам</translation>
    </message>
    <message>
      <source>Back to your own layer</source>
      <translation>Вернуться к своему слою</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>Сделать копию сейчас</translation>
    </message>
    <message>
      <source>Backspace leads back.</source>
      <translation>Backspace вернёт к строкам.</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Резервные копии</translation>
    </message>
    <message>
      <source>Backups of which project?</source>
      <translation>Резервные копии какого проекта?</translation>
    </message>
    <message>
      <source>Backups of {name}</source>
      <translation>Резервные копии {name}</translation>
    </message>
    <message>
      <source>Backups…</source>
      <translation>Резервные копии…</translation>
    </message>
    <message>
      <source>Bare texts that are there, or nearly, under another id: keep both, skip them, or take what differs as a new version.</source>
      <translation>Тексты без разметки, которые уже есть (или почти есть) под другим идентификатором: оставить оба, пропустить или взять отличающийся как новую версию.</translation>
    </message>
    <message>
      <source>Bars, stacked bars where there are two choices, lines over time</source>
      <translation>Полосы, составные полосы при двух выборах, линии по времени</translation>
    </message>
    <message>
      <source>Bars: what is solid is settled, what is hatched are proposals.</source>
      <translation>Полосы: сплошная часть решена, заштрихованная — предложения.</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>До</translation>
    </message>
    <message>
      <source>Begin with what another project taught, from its JSON file.</source>
      <translation>Начать с того, чему научил другой проект, из его файла JSON.</translation>
    </message>
    <message>
      <source>Begin with what another project taught; it is tested here before it is used</source>
      <translation>Начать с того, чему научил другой проект; прежде чем это пойдёт в дело, оно проверяется здесь</translation>
    </message>
    <message>
      <source>Beginning of the file</source>
      <translation>Начало файла</translation>
    </message>
    <message>
      <source>Beginning of the file, as it would be in {format}</source>
      <translation>Начало файла, как оно было бы в {format}</translation>
    </message>
    <message>
      <source>Below each double are its sources; the first one stays</source>
      <translation>Под каждым двойником — его источники; первый останется</translation>
    </message>
    <message>
      <source>Beside</source>
      <translation>Рядом</translation>
    </message>
    <message>
      <source>Beside the proposals of this proposer, seen or not; auto: beside ours. By default beside those that each layer was begun from.</source>
      <translation>Рядом с предложениями этого предразметчика, виденными или нет; auto — рядом с нашими. По умолчанию рядом с теми, с которых начат каждый слой.</translation>
    </message>
    <message>
      <source>Beside the proposals that the work began with</source>
      <translation>Рядом с предложениями, с которых начата работа</translation>
    </message>
    <message>
      <source>Beside which proposals</source>
      <translation>Рядом с какими предложениями</translation>
    </message>
    <message>
      <source>Beside whom</source>
      <translation>Рядом с кем</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Оба</translation>
    </message>
    <message>
      <source>Both are asked once and can be changed in the settings.</source>
      <translation>Спрашивается один раз; потом меняется в настройках.</translation>
    </message>
    <message>
      <source>Both become one actor, as one edit</source>
      <translation>Оба становятся одним источником, одной правкой</translation>
    </message>
    <message>
      <source>Both changes in one</source>
      <translation>Обе правки в одном</translation>
    </message>
    <message>
      <source>Boundary</source>
      <translation>Граница</translation>
    </message>
    <message>
      <source>Bring articles and annotations into PROJECT, which is made if it is not there.

FILE are texts, web pages, Word and PDF documents, mails, tables, folders, ZIP archives, and annotated files; - is standard input, a text or annotated records. A record's annotator names the layer that it goes to. What is there already is passed over; a record that cannot be taken is reported with file, line, field and reason, and the others go in. The exit code is 1 if any was refused.</source>
      <translation>Принять статьи и разметку в PROJECT; если проекта нет, он создаётся.

FILE — тексты, веб-страницы, документы Word и PDF, письма, таблицы, папки, архивы ZIP и размеченные файлы; - значит стандартный ввод: текст или размеченные записи. Слой, в который идёт запись, назван её разметчиком. То, что уже есть, пропускается; о записи, которую нельзя принять, сообщается с файлом, строкой, полем и причиной, остальные принимаются. Если что-то не принято, код возврата 1.</translation>
    </message>
    <message numerus="yes">
      <source>Bring back %n article(s)</source>
      <translation>
        <numerusform>Вернуть %n статью</numerusform>
        <numerusform>Вернуть %n статьи</numerusform>
        <numerusform>Вернуть %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>Bring back the selected articles</source>
      <translation>Вернуть выбранные статьи</translation>
    </message>
    <message>
      <source>Building the sample project</source>
      <translation>Создание примера</translation>
    </message>
    <message>
      <source>By chance</source>
      <translation>Случайно</translation>
    </message>
    <message>
      <source>By default what OUTPUT's name says, else a table.</source>
      <translation>По умолчанию по имени OUTPUT, иначе таблица.</translation>
    </message>
    <message>
      <source>By default what OUTPUT's name says, else jsonl.</source>
      <translation>По умолчанию по имени OUTPUT, иначе jsonl.</translation>
    </message>
    <message>
      <source>By form</source>
      <translation>По формам</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Вручную</translation>
    </message>
    <message>
      <source>By progress</source>
      <translation>По готовности</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>По статусу</translation>
    </message>
    <message>
      <source>By their scores {share} % of the proposals are expected to be right (about {count}).</source>
      <translation>Судя по оценкам, верны {share} % предложений (около {count}).</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>По названию</translation>
    </message>
    <message>
      <source>By usefulness</source>
      <translation>По пользе</translation>
    </message>
    <message>
      <source>COMMAND [ARGS]...</source>
      <translation>КОМАНДА [АРГУМЕНТЫ]...</translation>
    </message>
    <message>
      <source>COMMANDS</source>
      <translation>КОМАНДЫ</translation>
    </message>
    <message>
      <source>CSV…</source>
      <translation>CSV…</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Кандидаты</translation>
    </message>
    <message>
      <source>Candidates for the speaker</source>
      <translation>Возможные говорящие</translation>
    </message>
    <message>
      <source>Cannot be held</source>
      <translation>Не вместится</translation>
    </message>
    <message>
      <source>Case matters</source>
      <translation>С учётом регистра</translation>
    </message>
    <message>
      <source>Cells parted by tabs</source>
      <translation>Ячейки через табуляцию</translation>
    </message>
    <message>
      <source>Change it as you like. Tab goes to the next difference.</source>
      <translation>Правьте как угодно. Tab ведёт к следующему расхождению.</translation>
    </message>
    <message>
      <source>Change shortcuts</source>
      <translation>Изменить клавиши</translation>
    </message>
    <message>
      <source>Change shortcuts…</source>
      <translation>Изменить клавиши…</translation>
    </message>
    <message>
      <source>Change what the chosen proposer is</source>
      <translation>Изменить выбранный предразметчик</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Изменить {name}</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Изменено</translation>
    </message>
    <message>
      <source>Changed proposals</source>
      <translation>Изменившиеся предложения</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Изменить…</translation>
    </message>
    <message>
      <source>Character {position}: a phrase begins and ends with a word; * and ..3 stand between words.</source>
      <translation>Знак {position}: фраза начинается и кончается словом; * и ..3 стоят между словами.</translation>
    </message>
    <message>
      <source>Character {position}: more than {most} brackets stand in each other.</source>
      <translation>Знак {position}: вложенных скобок больше {most}.</translation>
    </message>
    <message>
      <source>Character {position}: no more than {most} words may stand between the words of a phrase, and the smaller number comes first.</source>
      <translation>Знак {position}: между словами фразы может стоять не больше {most} слов, и меньшее число пишется первым.</translation>
    </message>
    <message>
      <source>Character {position}: the bracket {mark} has no partner. Add it, or put the words into quotation marks.</source>
      <translation>Знак {position}: у скобки {mark} нет пары. Добавьте её или возьмите слова в кавычки.</translation>
    </message>
    <message>
      <source>Character {position}: the filter {field}: stands inside brackets or beside OR. Filters hold for the whole query: put it at the end.</source>
      <translation>Знак {position}: фильтр {field}: стоит внутри скобок или рядом с ИЛИ. Фильтры действуют на весь запрос: поставьте его в конец.</translation>
    </message>
    <message>
      <source>Character {position}: the words are looked for in one place only. Leave one in: with one value.</source>
      <translation>Знак {position}: слова ищутся только в чём-то одном. Оставьте одно в: с одним значением.</translation>
    </message>
    <message>
      <source>Character {position}: there is no field {field}. The fields are: {known}. A word with a colon goes into quotation marks.</source>
      <translation>Знак {position}: поля {field} нет. Есть поля: {known}. Слово с двоеточием берётся в кавычки.</translation>
    </message>
    <message>
      <source>Character {position}: there is nothing between the slashes. A pattern is written as /мост\w*/.</source>
      <translation>Знак {position}: между косыми чертами ничего нет. Регулярное выражение пишется так: /мост\w*/.</translation>
    </message>
    <message>
      <source>Character {position}: there is nothing inside the brackets.</source>
      <translation>Знак {position}: внутри скобок ничего нет.</translation>
    </message>
    <message>
      <source>Character {position}: what begins with {mark} has no end. Put the closing mark.</source>
      <translation>Знак {position}: то, что начинается с {mark}, не закрыто. Поставьте закрывающий знак.</translation>
    </message>
    <message>
      <source>Character {position}: {field}: cannot be asked with in:{where}. Leave one of the two out.</source>
      <translation>Знак {position}: {field}: не сочетается с in:{where}. Уберите одно из двух.</translation>
    </message>
    <message>
      <source>Character {position}: {field}: needs a value right behind the colon; several are parted by commas.</source>
      <translation>Знак {position}: сразу после двоеточия полю {field}: нужно значение; несколько значений пишутся через запятую.</translation>
    </message>
    <message>
      <source>Character {position}: {operator} has nothing to work on. Put words beside it; the word itself is written in small letters or in quotation marks.</source>
      <translation>Знак {position}: оператору {operator} не к чему относиться. Поставьте рядом слова; само это слово пишется строчными буквами или в кавычках.</translation>
    </message>
    <message>
      <source>Character {position}: “{value}” is no date. Type 2026, 2026-05, 2026-05-31 or 31.05.2026, or two of them as 2026-05..2026-07.</source>
      <translation>Знак {position}: «{value}» — не дата. Пишите 2026, 2026-05, 2026-05-31 или 31.05.2026, либо две даты: 2026-05..2026-07.</translation>
    </message>
    <message>
      <source>Character {position}: “{value}” is nothing that {field} can be. It can be: {known}.</source>
      <translation>Знак {position}: «{value}» — не значение поля {field}. Возможны: {known}.</translation>
    </message>
    <message>
      <source>Character {position}: “{word}” has no letter or digit to look for. Marks are found by a pattern, as in /[!?]/.</source>
      <translation>Знак {position}: в «{word}» нет ни буквы, ни цифры. Знаки ищутся регулярным выражением, например /[!?]/.</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>Знаков</translation>
    </message>
    <message>
      <source>Characters around a quotation in tables.</source>
      <translation>Знаков вокруг цитаты в таблицах.</translation>
    </message>
    <message>
      <source>Characters at once</source>
      <translation>Знаков за раз</translation>
    </message>
    <message>
      <source>Characters before and after the words found.</source>
      <translation>Знаков до и после найденных слов.</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Диаграмма</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Проверить</translation>
    </message>
    <message>
      <source>Check PROJECT: every row, digests, ranges, covered text, links, and that its log gives what its tables hold.

The project itself is never changed. With --repair also a file that does not open is saved as far as its pages go.</source>
      <translation>Проверить проект PROJECT: каждую строку, контрольные суммы, отрезки, текст под разметкой, связи и то, что журнал даёт то же, что таблицы.

Сам проект не меняется. С --repair и файл, который не открывается, спасается, насколько целы его страницы.</translation>
    </message>
    <message>
      <source>Check of {name}</source>
      <translation>Проверка {name}</translation>
    </message>
    <message>
      <source>Check the project…</source>
      <translation>Проверить проект…</translation>
    </message>
    <message>
      <source>Check which project?</source>
      <translation>Какой проект проверить?</translation>
    </message>
    <message>
      <source>Checked: {counts}.</source>
      <translation>Проверено: {counts}.</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>Проверка</translation>
    </message>
    <message>
      <source>Checking the project</source>
      <translation>Проверка проекта</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Проверка…</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Замечания</translation>
    </message>
    <message>
      <source>Choose a speaker first.</source>
      <translation>Сначала выберите говорящего.</translation>
    </message>
    <message>
      <source>Choose a speaker first; then words can be added to the name.</source>
      <translation>Сначала выберите говорящего, потом к имени можно добавить слова.</translation>
    </message>
    <message>
      <source>Choose an actor to see what moves.</source>
      <translation>Выберите источник, чтобы увидеть, что перейдёт.</translation>
    </message>
    <message>
      <source>Choose an article on the left.</source>
      <translation>Выберите статью слева.</translation>
    </message>
    <message>
      <source>Choose another copy of it.</source>
      <translation>Выберите другую его копию.</translation>
    </message>
    <message>
      <source>Choose files of texts or annotations</source>
      <translation>Выбрать файлы с текстами или разметкой</translation>
    </message>
    <message>
      <source>Choose folder and name of the file</source>
      <translation>Выбрать папку и имя файла</translation>
    </message>
    <message>
      <source>Choose speaker…</source>
      <translation>Выбрать говорящего…</translation>
    </message>
    <message>
      <source>Choose two layers or more.</source>
      <translation>Выберите два слоя или больше.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Выбрать…</translation>
    </message>
    <message>
      <source>Citata JSONL</source>
      <translation>Citata JSONL</translation>
    </message>
    <message>
      <source>Citata JSONL holds everything; the project itself is as it was.</source>
      <translation>Citata JSONL вмещает всё; сам проект не изменился.</translation>
    </message>
    <message>
      <source>Citata can put itself among the programs of a Linux desktop; this is {system}.</source>
      <translation>Citata может встать среди программ рабочего стола Linux, а это {system}.</translation>
    </message>
    <message>
      <source>Citata projects (*{suffix})</source>
      <translation>Проекты Citata (*{suffix})</translation>
    </message>
    <message>
      <source>Citata: an error in the program</source>
      <translation>Citata: ошибка в программе</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Очистить</translation>
    </message>
    <message>
      <source>Click again</source>
      <translation>Повторный щелчок</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Close and change nothing</source>
      <translation>Закрыть, ничего не меняя</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>Закрыть проект</translation>
    </message>
    <message>
      <source>Close the legend</source>
      <translation>Закрыть условные знаки</translation>
    </message>
    <message>
      <source>Close the list</source>
      <translation>Закрыть список</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Закрыть окно</translation>
    </message>
    <message>
      <source>Close the window; its lines are here again when it is opened</source>
      <translation>Закрыть окно; когда оно откроется снова, строки будут на месте</translation>
    </message>
    <message>
      <source>Close the window; what it shows is here again when it is opened</source>
      <translation>Закрыть окно; когда его откроют снова, показанное будет на месте</translation>
    </message>
    <message>
      <source>Close this bar; the lines stay as they are</source>
      <translation>Закрыть эту полосу; строки останутся как есть</translation>
    </message>
    <message>
      <source>Code points (Python)</source>
      <translation>Кодовые точки (Python)</translation>
    </message>
    <message>
      <source>Collocates stand around a word: type one word or phrase, without filters and operators.</source>
      <translation>Соседние слова ищутся вокруг слова: введите одно слово или выражение, без фильтров и операторов.</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Цвет</translation>
    </message>
    <message>
      <source>Colour, dark</source>
      <translation>Цвет, тёмный фон</translation>
    </message>
    <message>
      <source>Colour, light</source>
      <translation>Цвет, светлый фон</translation>
    </message>
    <message>
      <source>Column of a table: text=Body, id=No; several text columns are joined.</source>
      <translation>Столбец таблицы: text=Body, id=No; несколько столбцов text соединяются.</translation>
    </message>
    <message>
      <source>Column of address</source>
      <translation>Столбец адреса</translation>
    </message>
    <message>
      <source>Column of author</source>
      <translation>Столбец автора</translation>
    </message>
    <message>
      <source>Column of date</source>
      <translation>Столбец даты</translation>
    </message>
    <message>
      <source>Column of id</source>
      <translation>Столбец идентификатора</translation>
    </message>
    <message>
      <source>Column of source</source>
      <translation>Столбец источника</translation>
    </message>
    <message>
      <source>Column of title</source>
      <translation>Столбец заголовка</translation>
    </message>
    <message>
      <source>Column width</source>
      <translation>Ширина колонки</translation>
    </message>
    <message>
      <source>Columns of text</source>
      <translation>Столбцы текста</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Команда</translation>
    </message>
    <message>
      <source>Command line</source>
      <translation>Командная строка</translation>
    </message>
    <message>
      <source>Commands and their keys</source>
      <translation>Команды и их клавиши</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Замечание</translation>
    </message>
    <message>
      <source>Comment for the annotators</source>
      <translation>Замечание разметчикам</translation>
    </message>
    <message>
      <source>Comment on the decision</source>
      <translation>Замечание к решению</translation>
    </message>
    <message>
      <source>Compact</source>
      <translation>Сжать</translation>
    </message>
    <message>
      <source>Compact the log</source>
      <translation>Сжать журнал</translation>
    </message>
    <message>
      <source>Compact the log…</source>
      <translation>Сжать журнал…</translation>
    </message>
    <message>
      <source>Compacting the log</source>
      <translation>Сжатие журнала</translation>
    </message>
    <message>
      <source>Compare and adjudicate</source>
      <translation>Сравнить и свести</translation>
    </message>
    <message>
      <source>Compare and adjudicate layers first (F12).</source>
      <translation>Сначала сравните и сведите разметки (F12).</translation>
    </message>
    <message>
      <source>Compare layers (F12) and choose a difference first.</source>
      <translation>Сначала сравните разметки (F12) и выберите расхождение.</translation>
    </message>
    <message>
      <source>Compare the layer of {name}</source>
      <translation>Сравнивать слой: {name}</translation>
    </message>
    <message>
      <source>Compare the layer shown with mine</source>
      <translation>Сравнить показанный слой с моим</translation>
    </message>
    <message>
      <source>Compare with mine</source>
      <translation>Сравнить с моей</translation>
    </message>
    <message>
      <source>Comparing</source>
      <translation>Сравнение</translation>
    </message>
    <message>
      <source>Comparing the copies</source>
      <translation>Сравнение копий</translation>
    </message>
    <message>
      <source>Comparing the two copies…</source>
      <translation>Сравнение двух копий…</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Сравнение…</translation>
    </message>
    <message>
      <source>Compute gamma too (needs the extra citata[gamma]; slow).</source>
      <translation>Вычислить и гамму (нужно дополнение citata[gamma]; медленно).</translation>
    </message>
    <message>
      <source>Concordance</source>
      <translation>Конкорданс</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Противоречия</translation>
    </message>
    <message>
      <source>Conflicts of a merge</source>
      <translation>Противоречия слияния</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Согласие</translation>
    </message>
    <message>
      <source>Content</source>
      <translation>Содержание</translation>
    </message>
    <message>
      <source>Content as units (α_U)</source>
      <translation>Содержание как единицы (α_U)</translation>
    </message>
    <message>
      <source>Content as units, α_U</source>
      <translation>Содержание по отрезкам, α_U</translation>
    </message>
    <message>
      <source>Content by token, by form</source>
      <translation>Содержание по словам, по формам</translation>
    </message>
    <message>
      <source>Content by token, in or out</source>
      <translation>Содержание по словам, внутри или снаружи</translation>
    </message>
    <message>
      <source>Content by token, α</source>
      <translation>Содержание по словам, α</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Содержание</translation>
    </message>
    <message>
      <source>Contents of the article</source>
      <translation>Содержимое статьи</translation>
    </message>
    <message>
      <source>Context on each side</source>
      <translation>Контекст с каждой стороны</translation>
    </message>
    <message>
      <source>Context, characters</source>
      <translation>Контекст, знаков</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Копировать</translation>
    </message>
    <message>
      <source>Copy all rows</source>
      <translation>Скопировать все строки</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Скопировать подробности</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>Копировать текст</translation>
    </message>
    <message>
      <source>Copy the details, to be pasted into a letter</source>
      <translation>Скопировать подробности, чтобы вставить их в письмо</translation>
    </message>
    <message>
      <source>Copy the files and what was left out</source>
      <translation>Скопировать список файлов и того, что не вошло</translation>
    </message>
    <message>
      <source>Copy what was found</source>
      <translation>Скопировать найденное</translation>
    </message>
    <message>
      <source>Copying lines</source>
      <translation>Копирование строк</translation>
    </message>
    <message>
      <source>Correct a speaker</source>
      <translation>Исправьте говорящего</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>Исправления</translation>
    </message>
    <message>
      <source>Corrections of my work</source>
      <translation>Исправления моей разметки</translation>
    </message>
    <message>
      <source>Corrections to be expected per 1,000 characters (1 − score of each open proposal), and a tenth of a correction for each of up to ten other articles in which a name that is new to the project stands. Articles of agreement studies keep their order.</source>
      <translation>Сколько исправлений ожидается на 1000 знаков (1 − оценка каждого нерешённого предложения), и ещё десятая доля исправления за каждую из не более чем десяти других статей, где стоит имя, новое для проекта. Статьи, по которым измеряется согласие, остаются в своём порядке.</translation>
    </message>
    <message>
      <source>Count anew</source>
      <translation>Пересчитать</translation>
    </message>
    <message>
      <source>Count by</source>
      <translation>Считать по</translation>
    </message>
    <message>
      <source>Count only open proposals.</source>
      <translation>Считать только предложения, о которых никто не решил.</translation>
    </message>
    <message>
      <source>Count only the quotations that this query lists, as in citata search.</source>
      <translation>Считать только цитаты, которые находит этот запрос, как в citata search.</translation>
    </message>
    <message>
      <source>Count only what a person has decided.</source>
      <translation>Считать только то, о чём решил человек.</translation>
    </message>
    <message>
      <source>Count the quotations of PROJECT: who speaks, how much, in which words, where and when.

Every row has quotations, words said, the share of all words said, and articles; in files also the query that lists exactly its quotations. What is counted is said below: settled quotations, or proposals and how many of them are expected to be right.</source>
      <translation>Посчитать цитаты проекта PROJECT: кто говорит, сколько, какими словами, где и когда.

В каждой строке цитаты, сказанные слова, доля всех сказанных слов и статьи; в файлах ещё и запрос, который находит ровно её цитаты. Внизу сказано, что посчитано: решённые цитаты или предложения, и сколько из них, как ожидается, верны.</translation>
    </message>
    <message>
      <source>Count the words around this word or phrase, inside quotations.</source>
      <translation>Посчитать слова вокруг этого слова или выражения внутри цитат.</translation>
    </message>
    <message>
      <source>Count what the project has now</source>
      <translation>Посчитать то, что в проекте сейчас</translation>
    </message>
    <message>
      <source>Count who is quoted beside whom, in the same articles.</source>
      <translation>Посчитать, кого цитируют рядом, в одних и тех же статьях.</translation>
    </message>
    <message>
      <source>Counted at {time}.</source>
      <translation>Посчитано в {time}.</translation>
    </message>
    <message>
      <source>Counted of the whole project, all layers of people; the query above does not count here.</source>
      <translation>Считается по всему проекту, по всем слоям людей; запрос сверху здесь не действует.</translation>
    </message>
    <message numerus="yes">
      <source>Counted: %n settled quotation(s).</source>
      <translation>
        <numerusform>Посчитано: %n решённая цитата.</numerusform>
        <numerusform>Посчитано: %n решённые цитаты.</numerusform>
        <numerusform>Посчитано: %n решённых цитат.</numerusform>
      </translation>
    </message>
    <message>
      <source>Counted: {what}.</source>
      <translation>Посчитано: {what}.</translation>
    </message>
    <message>
      <source>Counting edits</source>
      <translation>Подсчёт правок</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Подсчёт…</translation>
    </message>
    <message>
      <source>Counting… {number}</source>
      <translation>Подсчёт… {number}</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Подсчёты</translation>
    </message>
    <message>
      <source>Counts only the quotations that the query lists; Enter counts</source>
      <translation>Считать только цитаты, которые находит запрос; Enter — посчитать</translation>
    </message>
    <message>
      <source>Counts…</source>
      <translation>Подсчёты…</translation>
    </message>
    <message>
      <source>Ctrl+Shift+F12: next layer · Tab: next proposal · F1: manual</source>
      <translation>Ctrl+Shift+F12: следующий слой · Tab: следующее предложение · F1: руководство</translation>
    </message>
    <message>
      <source>Ctrl+click</source>
      <translation>Ctrl+щелчок</translation>
    </message>
    <message>
      <source>Ctrl+drag</source>
      <translation>Ctrl+протянуть</translation>
    </message>
    <message>
      <source>Cue</source>
      <translation>Слово-ввод</translation>
    </message>
    <message>
      <source>Cue of</source>
      <translation>Слово-ввод</translation>
    </message>
    <message>
      <source>Cue, share</source>
      <translation>Слово-ввод, доля</translation>
    </message>
    <message>
      <source>Cue: equal</source>
      <translation>Слово-ввод: одно и то же</translation>
    </message>
    <message>
      <source>Cue: touching, or neither has one</source>
      <translation>Слово-ввод: пересекаются, или его нет у обоих</translation>
    </message>
    <message>
      <source>Cue: {words}</source>
      <translation>Слово-ввод: {words}</translation>
    </message>
    <message>
      <source>Cue: {words}.</source>
      <translation>Слово-ввод: {words}.</translation>
    </message>
    <message>
      <source>Cues</source>
      <translation>Слова-вводы</translation>
    </message>
    <message>
      <source>Cut what is too long</source>
      <translation>Укоротите лишнее</translation>
    </message>
    <message>
      <source>D: direct · I: indirect · M: mixed · 1–9: entity by its label’s key · Esc: drop</source>
      <translation>D: прямая · I: косвенная · M: смешанная · 1–9: сущность по клавише метки · Esc: снять выделение</translation>
    </message>
    <message>
      <source>DESCRIPTION</source>
      <translation>ОПИСАНИЕ</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Тёмное</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Дата</translation>
    </message>
    <message>
      <source>Date and time</source>
      <translation>Дата и время</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>День</translation>
    </message>
    <message>
      <source>Default key</source>
      <translation>Клавиша по умолчанию</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Удалить</translation>
    </message>
    <message numerus="yes">
      <source>Delete %n removed article(s) for good, with all annotations</source>
      <translation>
        <numerusform>Окончательно удалить %n убранную статью со всей разметкой</numerusform>
        <numerusform>Окончательно удалить %n убранные статьи со всей разметкой</numerusform>
        <numerusform>Окончательно удалить %n убранных статей со всей разметкой</numerusform>
      </translation>
    </message>
    <message>
      <source>Delete actors that nothing resolves to</source>
      <translation>Удалить источники без упоминаний</translation>
    </message>
    <message>
      <source>Delete it and go on</source>
      <translation>Удалить и идти дальше</translation>
    </message>
    <message>
      <source>Delete removed articles for good, with all they had.</source>
      <translation>Окончательно удалить убранные статьи со всем, что в них было.</translation>
    </message>
    <message>
      <source>Delete the actor</source>
      <translation>Удалить источник</translation>
    </message>
    <message>
      <source>Deleted.</source>
      <translation>Удалено.</translation>
    </message>
    <message>
      <source>Delimiter</source>
      <translation>Разделитель</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Подробности</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>Подробности…</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Расхождения</translation>
    </message>
    <message>
      <source>Differences of the texts</source>
      <translation>Различия текстов</translation>
    </message>
    <message>
      <source>Direct</source>
      <translation>Прямая</translation>
    </message>
    <message>
      <source>Direct content includes its quotation marks</source>
      <translation>Прямая цитата включает кавычки</translation>
    </message>
    <message>
      <source>Direct quotation</source>
      <translation>Прямая цитата</translation>
    </message>
    <message>
      <source>Direct quotations</source>
      <translation>Прямые цитаты</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>Расхождение</translation>
    </message>
    <message>
      <source>Distance of beginnings, mean, characters</source>
      <translation>Расстояние между началами, среднее, знаков</translation>
    </message>
    <message>
      <source>Distance of ends, mean, characters</source>
      <translation>Расстояние между концами, среднее, знаков</translation>
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation>Повторить отменённое</translation>
    </message>
    <message>
      <source>Do it</source>
      <translation>Выполнить</translation>
    </message>
    <message>
      <source>Do the main work once, step by step, on a copy</source>
      <translation>Проделать всю основную работу по шагам на копии примера</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Готова</translation>
    </message>
    <message numerus="yes">
      <source>Done for entities, %n stay open</source>
      <translation>
        <numerusform>Готово по сущностям, %n останется нерешённой</numerusform>
        <numerusform>Готово по сущностям, %n останутся нерешёнными</numerusform>
        <numerusform>Готово по сущностям, %n останутся нерешёнными</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Done for quotations, %n stay open</source>
      <translation>
        <numerusform>Готово по цитатам, %n останется нерешённой</numerusform>
        <numerusform>Готово по цитатам, %n останутся нерешёнными</numerusform>
        <numerusform>Готово по цитатам, %n останутся нерешёнными</numerusform>
      </translation>
    </message>
    <message>
      <source>Done, open the next one</source>
      <translation>Готова, открыть следующую</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Готово.</translation>
    </message>
    <message>
      <source>Done: {what}, in {articles}.</source>
      <translation>Сделано: {what}, {articles}.</translation>
    </message>
    <message>
      <source>Double click</source>
      <translation>Двойной щелчок</translation>
    </message>
    <message>
      <source>Doubles</source>
      <translation>Двойники</translation>
    </message>
    <message>
      <source>Doubles ({count})</source>
      <translation>Двойники ({count})</translation>
    </message>
    <message>
      <source>Doubt</source>
      <translation>Сомнение</translation>
    </message>
    <message>
      <source>Drag</source>
      <translation>Протянуть мышь</translation>
    </message>
    <message>
      <source>Drag a handle</source>
      <translation>Потянуть за край</translation>
    </message>
    <message>
      <source>Draw a chart into this file (.svg, .png).</source>
      <translation>Нарисовать график в этот файл (.svg, .png).</translation>
    </message>
    <message>
      <source>Drawing that can be enlarged</source>
      <translation>Векторный рисунок</translation>
    </message>
    <message>
      <source>Drawing the chart</source>
      <translation>Рисуется диаграмма</translation>
    </message>
    <message>
      <source>Drawing…</source>
      <translation>Рисуется…</translation>
    </message>
    <message>
      <source>Drop files, folders or ZIP archives here. Can be read: {known}.</source>
      <translation>Перетащите сюда файлы, папки или архивы ZIP. Читаются: {known}.</translation>
    </message>
    <message>
      <source>Drop text files, JSONL or folders here.</source>
      <translation>Перетащите сюда тексты, файлы JSONL или папки.</translation>
    </message>
    <message>
      <source>E&amp;ntity</source>
      <translation>С&amp;ущность</translation>
    </message>
    <message>
      <source>ENVIRONMENT</source>
      <translation>ПЕРЕМЕННЫЕ СРЕДЫ</translation>
    </message>
    <message>
      <source>EXIT STATUS</source>
      <translation>КОДЫ ВОЗВРАТА</translation>
    </message>
    <message>
      <source>Each field as it is marked in the table; a click marks another one</source>
      <translation>Каждое поле — как отмечено в таблице; щелчок отмечает другое</translation>
    </message>
    <message>
      <source>Each field from the side that changed it</source>
      <translation>Каждое поле с той стороны, где его меняли</translation>
    </message>
    <message>
      <source>Each version has a line with its number, above or below the words; the number is the key that takes it.</source>
      <translation>У каждого варианта своя линия с номером, над словами или под ними; номер — клавиша, которая его берёт.</translation>
    </message>
    <message>
      <source>Edges as the project wants them</source>
      <translation>Края, как принято в проекте</translation>
    </message>
    <message>
      <source>Edges stand only where it begins and ends. A quotation that the author’s words interrupt has several ranges, each with edges.</source>
      <translation>Края стоят только в начале и в конце. У цитаты, прерванной словами автора, несколько отрезков, и края есть у каждого.</translation>
    </message>
    <message>
      <source>Edges: {edges}.</source>
      <translation>Границы: {edges}.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Править</translation>
    </message>
    <message>
      <source>Edits</source>
      <translation>Правки</translation>
    </message>
    <message>
      <source>Edits of the article</source>
      <translation>Правки статьи</translation>
    </message>
    <message>
      <source>Edits of these days are left as they are</source>
      <translation>Правки этих дней остаются как есть</translation>
    </message>
    <message>
      <source>Edits since</source>
      <translation>Правок после</translation>
    </message>
    <message>
      <source>Effect</source>
      <translation>Действие</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Кодировка</translation>
    </message>
    <message>
      <source>Encoding of text files; detected where this is left out.</source>
      <translation>Кодировка текстовых файлов; без ключа определяется сама.</translation>
    </message>
    <message>
      <source>Encoding of the text files; detected where this is left out.</source>
      <translation>Кодировка текстовых файлов; без ключа определяется сама.</translation>
    </message>
    <message>
      <source>End punctuation in or out</source>
      <translation>Конечный знак: внутрь или наружу</translation>
    </message>
    <message>
      <source>End the search; what the index has taken in stays</source>
      <translation>Прервать поиск; что попало в индекс, там и останется</translation>
    </message>
    <message>
      <source>End: one character in</source>
      <translation>Конец: на знак внутрь</translation>
    </message>
    <message>
      <source>End: one character out</source>
      <translation>Конец: на знак наружу</translation>
    </message>
    <message>
      <source>End: one word in</source>
      <translation>Конец: на слово внутрь</translation>
    </message>
    <message>
      <source>End: one word out</source>
      <translation>Конец: на слово наружу</translation>
    </message>
    <message>
      <source>Enter on a row or a click on a bar shows its quotations.</source>
      <translation>Enter на строке или щелчок по полосе показывает её цитаты.</translation>
    </message>
    <message>
      <source>Enter: accept · Del: reject · 1–9: label · W: actor · [ ]: edges · Tab: next</source>
      <translation>Enter: принять · Del: отклонить · 1–9: метка · W: источник · [ ]: края · Tab: дальше</translation>
    </message>
    <message>
      <source>Enter: accept · Del: reject · D I M: form · 1–9: speaker · [ ]: edges · Tab: next</source>
      <translation>Enter: принять · Del: отклонить · D I M: форма · 1–9: говорящий · [ ]: края · Tab: дальше</translation>
    </message>
    <message>
      <source>Entities</source>
      <translation>Сущности</translation>
    </message>
    <message>
      <source>Entities are annotated in this project</source>
      <translation>В проекте размечают сущности</translation>
    </message>
    <message>
      <source>Entities as units (α_U)</source>
      <translation>Сущности как единицы (α_U)</translation>
    </message>
    <message>
      <source>Entities of the project bear this label.</source>
      <translation>Этой меткой размечены сущности проекта.</translation>
    </message>
    <message>
      <source>Entities, exact F1</source>
      <translation>Сущности, точный F1</translation>
    </message>
    <message>
      <source>Entities, overlap F1</source>
      <translation>Сущности, F1 по пересечению</translation>
    </message>
    <message>
      <source>Entity</source>
      <translation>Сущность</translation>
    </message>
    <message>
      <source>Entity label</source>
      <translation>Метка сущности</translation>
    </message>
    <message>
      <source>Entity: {label}</source>
      <translation>Сущность: {label}</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Запись</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Ошибки</translation>
    </message>
    <message>
      <source>Evaluation</source>
      <translation>Оценка качества</translation>
    </message>
    <message>
      <source>Every article goes in whole or not at all; what is there already is passed over.</source>
      <translation>Каждая статья входит целиком или не входит вовсе; то, что уже есть, пропускается.</translation>
    </message>
    <message>
      <source>Every article has proposals already.</source>
      <translation>У всех статей уже есть предложения.</translation>
    </message>
    <message>
      <source>Every change of status</source>
      <translation>Каждая смена статуса</translation>
    </message>
    <message>
      <source>Every quotation of the project with its speaker</source>
      <translation>Все цитаты проекта и кто их произнёс</translation>
    </message>
    <message>
      <source>Every range lies in its text, and the words kept beside it are the words there.</source>
      <translation>Каждый отрезок лежит в своём тексте, и слова при нём те же, что в тексте.</translation>
    </message>
    <message>
      <source>Every sentence you saw has its key in the menus. {keys} shows all keys; the manual is in the Help menu, and so is this tour.</source>
      <translation>Все действия с их клавишами есть в меню. Все клавиши покажет {keys}; руководство — в меню «Справка», там же и это знакомство.</translation>
    </message>
    <message>
      <source>Every state</source>
      <translation>Любое состояние</translation>
    </message>
    <message>
      <source>Every status</source>
      <translation>Любой статус</translation>
    </message>
    <message>
      <source>Every text is what its digest says.</source>
      <translation>Каждый текст совпадает со своим отпечатком.</translation>
    </message>
    <message>
      <source>Everybody named gets each of them</source>
      <translation>Каждый из названных получит все эти статьи</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Всё</translation>
    </message>
    <message>
      <source>Everything fits together.</source>
      <translation>Всё сходится.</translation>
    </message>
    <message>
      <source>Everything in it is settled.</source>
      <translation>Всё, что войдёт в файл, решено людьми.</translation>
    </message>
    <message>
      <source>Everything is decided. Ctrl+Shift+Enter: reviewed, next article.</source>
      <translation>Всё решено. Ctrl+Shift+Enter: проверена, следующая статья.</translation>
    </message>
    <message>
      <source>Everything is resolved.</source>
      <translation>Всё решено.</translation>
    </message>
    <message>
      <source>Everything was kept as it was.</source>
      <translation>Всё осталось как было.</translation>
    </message>
    <message>
      <source>Exact</source>
      <translation>Точно</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Примеры</translation>
    </message>
    <message>
      <source>Excel</source>
      <translation>Excel</translation>
    </message>
    <message>
      <source>Exit codes</source>
      <translation>Коды возврата</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>Ожидалось</translation>
    </message>
    <message>
      <source>Expected right</source>
      <translation>Ожидается верных</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Экспорт</translation>
    </message>
    <message numerus="yes">
      <source>Export %n article(s)…</source>
      <translation>
        <numerusform>Экспортировать %n статью…</numerusform>
        <numerusform>Экспортировать %n статьи…</numerusform>
        <numerusform>Экспортировать %n статей…</numerusform>
      </translation>
    </message>
    <message>
      <source>Export lines</source>
      <translation>Экспорт строк</translation>
    </message>
    <message>
      <source>Export the selected articles…</source>
      <translation>Экспортировать выбранные статьи…</translation>
    </message>
    <message>
      <source>Export the table</source>
      <translation>Экспорт таблицы</translation>
    </message>
    <message>
      <source>Export: {format}</source>
      <translation>Экспорт: {format}</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Экспорт завершён</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>Экспорт</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Экспорт…</translation>
    </message>
    <message>
      <source>F1 of quotations</source>
      <translation>F1 цитат</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Поле</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Число</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Показатели</translation>
    </message>
    <message>
      <source>Figures pool all pairs of annotators.</source>
      <translation>Числа — по всем парам разметчиков вместе.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Файл</translation>
    </message>
    <message>
      <source>File or article</source>
      <translation>Файл или статья</translation>
    </message>
    <message>
      <source>Files of the same format in the list are read the same way</source>
      <translation>Файлы того же формата в списке читаются так же</translation>
    </message>
    <message>
      <source>Files to annotate</source>
      <translation>Файлы для разметки</translation>
    </message>
    <message>
      <source>Files to import</source>
      <translation>Файлы для импорта</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>Файлы…</translation>
    </message>
    <message>
      <source>Filled behind the words, as long as they are lit.</source>
      <translation>Залиты под словами, пока включена подсветка.</translation>
    </message>
    <message>
      <source>Filled in by the program. Take it over</source>
      <translation>Подставлено программой. Подтвердить</translation>
    </message>
    <message>
      <source>Filled in by the program: {fields}</source>
      <translation>Заполнено программой: {fields}</translation>
    </message>
    <message>
      <source>Filter actors</source>
      <translation>Фильтр источников</translation>
    </message>
    <message>
      <source>Filter articles</source>
      <translation>Поиск статей</translation>
    </message>
    <message>
      <source>Filter doubles</source>
      <translation>Фильтр двойников</translation>
    </message>
    <message>
      <source>Filter entries</source>
      <translation>Искать записи</translation>
    </message>
    <message>
      <source>Filter proposals</source>
      <translation>Фильтр предложений</translation>
    </message>
    <message>
      <source>Filter sources</source>
      <translation>Фильтр реестра</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Найти команду</translation>
    </message>
    <message>
      <source>Find article</source>
      <translation>Найти статью</translation>
    </message>
    <message>
      <source>Find in the article</source>
      <translation>Найти в статье</translation>
    </message>
    <message>
      <source>Find in the manual</source>
      <translation>Найти в руководстве</translation>
    </message>
    <message>
      <source>Find or add an actor</source>
      <translation>Найти или добавить источник</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Закончено</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>Исправить</translation>
    </message>
    <message>
      <source>Fix all</source>
      <translation>Исправить все</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>Флажок</translation>
    </message>
    <message>
      <source>Focus on the current paragraph</source>
      <translation>Только текущий абзац</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>Folder of texts</source>
      <translation>Папка с текстами</translation>
    </message>
    <message>
      <source>Folder to write into</source>
      <translation>В какую папку записать</translation>
    </message>
    <message>
      <source>Following</source>
      <translation>Следующая</translation>
    </message>
    <message>
      <source>Footnotes</source>
      <translation>Сноски</translation>
    </message>
    <message>
      <source>For</source>
      <translation>За</translation>
    </message>
    <message>
      <source>For a program that reads all of its input before it answers</source>
      <translation>Для программы, которая отвечает, лишь прочитав весь ввод</translation>
    </message>
    <message>
      <source>For two people</source>
      <translation>Двум людям</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Форма</translation>
    </message>
    <message>
      <source>Form of matched quotations</source>
      <translation>Форма совпавших цитат</translation>
    </message>
    <message>
      <source>Form of the same quotation</source>
      <translation>Форма одной и той же цитаты</translation>
    </message>
    <message>
      <source>Form, Cohen’s κ</source>
      <translation>Форма, κ Коэна</translation>
    </message>
    <message>
      <source>Form, Krippendorff’s α</source>
      <translation>Форма, α Криппендорфа</translation>
    </message>
    <message>
      <source>Form, label</source>
      <translation>Форма, метка</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Формат</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>Форматы</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Вперёд</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Найдено</translation>
    </message>
    <message>
      <source>From the clipboard</source>
      <translation>Из буфера обмена</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>На весь экран</translation>
    </message>
    <message>
      <source>Function words too</source>
      <translation>И служебные слова</translation>
    </message>
    <message>
      <source>Gender</source>
      <translation>Род</translation>
    </message>
    <message>
      <source>Gender of the speaker</source>
      <translation>Пол говорящего</translation>
    </message>
    <message>
      <source>Get to know Citata</source>
      <translation>Познакомиться с Citata</translation>
    </message>
    <message>
      <source>Give every command the keys it came with</source>
      <translation>Вернуть всем командам исходные клавиши</translation>
    </message>
    <message>
      <source>Give one option at a time.</source>
      <translation>Укажите что-нибудь одно.</translation>
    </message>
    <message>
      <source>Give out</source>
      <translation>Раздать</translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s)</source>
      <translation>
        <numerusform>Раздать %n статью</numerusform>
        <numerusform>Раздать %n статьи</numerusform>
        <numerusform>Раздать %n статей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s) that nobody has</source>
      <translation>
        <numerusform>Раздать %n статью, которой ни у кого нет</numerusform>
        <numerusform>Раздать %n статьи, которых ни у кого нет</numerusform>
        <numerusform>Раздать %n статей, которых ни у кого нет</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Give out %n article(s)…</source>
      <translation>
        <numerusform>Раздать %n статью…</numerusform>
        <numerusform>Раздать %n статьи…</numerusform>
        <numerusform>Раздать %n статей…</numerusform>
      </translation>
    </message>
    <message>
      <source>Give out the selected articles…</source>
      <translation>Раздать выбранные статьи…</translation>
    </message>
    <message>
      <source>Give the article an id.</source>
      <translation>Дайте статье идентификатор.</translation>
    </message>
    <message>
      <source>Give the article back to its annotators with a comment</source>
      <translation>Вернуть статью разметчикам с замечанием</translation>
    </message>
    <message>
      <source>Give the article back with this comment</source>
      <translation>Вернуть статью с этим замечанием</translation>
    </message>
    <message>
      <source>Give the articles of PROJECT that nobody has yet to annotators, everybody as many as the others.

Articles that are finished or under review are not given out.</source>
      <translation>Раздать разметчикам статьи PROJECT, которых ещё ни у кого нет, всем поровну.

Законченные статьи и статьи на проверке не раздаются.</translation>
    </message>
    <message>
      <source>Give the chosen command the key it came with</source>
      <translation>Вернуть выбранной команде исходную клавишу</translation>
    </message>
    <message>
      <source>Give the entities this label; words become entities with it</source>
      <translation>Дать сущностям эту метку; найденные слова станут сущностями с ней</translation>
    </message>
    <message>
      <source>Give two layers or more.</source>
      <translation>Назовите два слоя или больше.</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>Роздано</translation>
    </message>
    <message>
      <source>Given out already: {who}.</source>
      <translation>Уже розданы: {who}.</translation>
    </message>
    <message>
      <source>Given to somebody or begun</source>
      <translation>Розданы или начаты</translation>
    </message>
    <message>
      <source>Glossary</source>
      <translation>Глоссарий</translation>
    </message>
    <message>
      <source>Go back to here</source>
      <translation>Вернуться сюда</translation>
    </message>
    <message>
      <source>Go back to where you were; the tour is found again in the Help menu</source>
      <translation>Вернуться туда, где вы были; знакомство останется в меню «Справка»</translation>
    </message>
    <message>
      <source>Go back to your own layer first; then its earlier states can be looked at.</source>
      <translation>Сначала вернитесь к своему слою, тогда можно смотреть его прежние состояния.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Продолжить</translation>
    </message>
    <message>
      <source>Go on without doing this step</source>
      <translation>Идти дальше, не выполняя этого шага</translation>
    </message>
    <message>
      <source>Go to the first</source>
      <translation>К первому из них</translation>
    </message>
    <message>
      <source>Go to the next step</source>
      <translation>Перейти к следующему шагу</translation>
    </message>
    <message>
      <source>Go to the text</source>
      <translation>Перейти к тексту</translation>
    </message>
    <message>
      <source>Gold</source>
      <translation>Эталон</translation>
    </message>
    <message>
      <source>Gold only: what adjudication settled</source>
      <translation>Только эталон: решённое при сведении</translation>
    </message>
    <message>
      <source>Guess in a person’s work</source>
      <translation>Догадка в работе человека</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <translation>Правила</translation>
    </message>
    <message>
      <source>Guidelines of the project</source>
      <translation>Правила разметки проекта</translation>
    </message>
    <message>
      <source>Guidelines of “{project}”</source>
      <translation>Правила разметки «{project}»</translation>
    </message>
    <message>
      <source>HTML…</source>
      <translation>HTML…</translation>
    </message>
    <message>
      <source>Heat map</source>
      <translation>Тепловая карта</translation>
    </message>
    <message>
      <source>High contrast, dark</source>
      <translation>Высокий контраст, тёмная</translation>
    </message>
    <message>
      <source>High contrast, light</source>
      <translation>Высокий контраст, светлая</translation>
    </message>
    <message>
      <source>History</source>
      <translation>История</translation>
    </message>
    <message>
      <source>Hit before</source>
      <translation>Предыдущее совпадение</translation>
    </message>
    <message>
      <source>Hits of the search</source>
      <translation>Найденное</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Содержит</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Как</translation>
    </message>
    <message>
      <source>How a query is written</source>
      <translation>Как пишутся запросы</translation>
    </message>
    <message>
      <source>How closely they go together, 14 at most (Rychlý 2008)</source>
      <translation>Насколько тесно связаны, не больше 14 (Rychlý 2008)</translation>
    </message>
    <message>
      <source>How far from the word others are counted</source>
      <translation>Как далеко от слова считать другие</translation>
    </message>
    <message>
      <source>How far it is settled</source>
      <translation>Решено или нет</translation>
    </message>
    <message>
      <source>How far scores hold</source>
      <translation>Насколько верны оценки уверенности</translation>
    </message>
    <message>
      <source>How far the annotators are: articles done</source>
      <translation>Сколько сделали разметчики: готовые статьи</translation>
    </message>
    <message>
      <source>How far this layer is; done, and on to the next one</source>
      <translation>Насколько готов этот слой; «готово» и к следующей статье</translation>
    </message>
    <message>
      <source>How it is read</source>
      <translation>Как читается</translation>
    </message>
    <message>
      <source>How letters are written in the file</source>
      <translation>В какой кодировке записан файл</translation>
    </message>
    <message>
      <source>How many characters a line of the text has at most</source>
      <translation>Сколько знаков помещается в строке текста</translation>
    </message>
    <message>
      <source>How many lines to pass over first.</source>
      <translation>Сколько строк сначала пропустить.</translation>
    </message>
    <message>
      <source>How many lines; 0 is all. By default 100, all with --output and --jsonl.</source>
      <translation>Сколько строк; 0 — все. По умолчанию 100, с --output и --jsonl — все.</translation>
    </message>
    <message>
      <source>How many people a doubled article goes to.</source>
      <translation>Скольким людям достаётся статья с двойной разметкой.</translation>
    </message>
    <message>
      <source>How many rows the chart shows; the table has all of them</source>
      <translation>Сколько строк показывает диаграмма; в таблице есть все</translation>
    </message>
    <message>
      <source>How many rows; 0 is all. By default 30, all with --output.</source>
      <translation>Сколько строк; 0: все. По умолчанию 30, с --output все.</translation>
    </message>
    <message>
      <source>How much stands before and after the words found</source>
      <translation>Сколько текста стоит до и после найденных слов</translation>
    </message>
    <message>
      <source>How often it stands in the quotations counted</source>
      <translation>Как часто стоит в посчитанных цитатах</translation>
    </message>
    <message>
      <source>How often it stands near the word inside quotations</source>
      <translation>Как часто стоит рядом со словом внутри цитат</translation>
    </message>
    <message>
      <source>How often it would stand near the word by chance</source>
      <translation>Как часто стояло бы рядом со словом случайно</translation>
    </message>
    <message>
      <source>How sure you are of the decision</source>
      <translation>Насколько вы уверены в решении</translation>
    </message>
    <message>
      <source>How sure?</source>
      <translation>Насколько уверены?</translation>
    </message>
    <message>
      <source>How surely it is no chance; below 0: rarer than by chance (Dunning 1993)</source>
      <translation>Насколько это не случайность; ниже 0 — реже, чем случайно (Dunning 1993)</translation>
    </message>
    <message>
      <source>How the file begins with what is chosen now</source>
      <translation>Начало файла при том, что выбрано сейчас</translation>
    </message>
    <message>
      <source>How words are meant</source>
      <translation>Как понимать слова</translation>
    </message>
    <message>
      <source>How words are meant: in any case form, as written, or as a pattern</source>
      <translation>Как понимать слова: в любой форме, как написано или как регулярное выражение</translation>
    </message>
    <message>
      <source>Hugging Face data set</source>
      <translation>Набор данных Hugging Face</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Код</translation>
    </message>
    <message>
      <source>Identifier</source>
      <translation>Идентификатор</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Импорт</translation>
    </message>
    <message>
      <source>Import a folder…</source>
      <translation>Импорт папки…</translation>
    </message>
    <message>
      <source>Import stopped.</source>
      <translation>Импорт остановлен.</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Импорт</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Импорт…</translation>
    </message>
    <message>
      <source>In all</source>
      <translation>Всего</translation>
    </message>
    <message>
      <source>In all quotations</source>
      <translation>Во всех цитатах</translation>
    </message>
    <message>
      <source>In all: {figures}</source>
      <translation>Всего: {figures}</translation>
    </message>
    <message>
      <source>In any case form</source>
      <translation>В любом падеже</translation>
    </message>
    <message>
      <source>In any form</source>
      <translation>В любой форме</translation>
    </message>
    <message>
      <source>In any form; what stands around it inside quotations is counted</source>
      <translation>В любой форме; считается то, что стоит вокруг него внутри цитат</translation>
    </message>
    <message>
      <source>In black and white</source>
      <translation>Чёрно-белым</translation>
    </message>
    <message>
      <source>In colour</source>
      <translation>В цвете</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>В работе</translation>
    </message>
    <message>
      <source>In review</source>
      <translation>При проверке</translation>
    </message>
    <message>
      <source>In so many articles together</source>
      <translation>Вместе в стольких статьях</translation>
    </message>
    <message>
      <source>In the file</source>
      <translation>В файле</translation>
    </message>
    <message>
      <source>In the register</source>
      <translation>В реестре</translation>
    </message>
    <message>
      <source>In the register: {name}</source>
      <translation>В реестре: {name}</translation>
    </message>
    <message>
      <source>In the whole project</source>
      <translation>Во всём проекте</translation>
    </message>
    <message>
      <source>In this article</source>
      <translation>В этой статье</translation>
    </message>
    <message>
      <source>In which order they are listed; by usefulness: first what you have begun, then where the most is to be corrected and new names come back in other articles</source>
      <translation>В каком порядке они стоят; по пользе (для обучения) — сначала начатые вами, затем те, где больше всего исправлять и где новые имена встречаются и в других статьях</translation>
    </message>
    <message>
      <source>In {folder}</source>
      <translation>В {folder}</translation>
    </message>
    <message>
      <source>Indexing</source>
      <translation>Индексация</translation>
    </message>
    <message>
      <source>Indexing: {done} of {total}</source>
      <translation>Индексирование: {done} из {total}</translation>
    </message>
    <message>
      <source>Indirect</source>
      <translation>Косвенная</translation>
    </message>
    <message>
      <source>Indirect quotation</source>
      <translation>Косвенная цитата</translation>
    </message>
    <message>
      <source>Indirect quotations</source>
      <translation>Косвенные цитаты</translation>
    </message>
    <message>
      <source>Input data was truncated</source>
      <translation>данные обрываются</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>Свойства</translation>
    </message>
    <message>
      <source>Intervals: 95 %, bootstrap over articles.</source>
      <translation>Интервалы: 95 %, бутстрап по статьям.</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>это папка</translation>
    </message>
    <message>
      <source>It becomes what it is in the other copy</source>
      <translation>Становится как в другой копии</translation>
    </message>
    <message>
      <source>It is as it was before, and waits again</source>
      <translation>Всё становится как было и снова ждёт решения</translation>
    </message>
    <message>
      <source>It is right as it is: accept it and go on</source>
      <translation>Всё верно: принять и идти дальше</translation>
    </message>
    <message>
      <source>It is wrong: reject it and go on</source>
      <translation>Неверно: отклонить и идти дальше</translation>
    </message>
    <message>
      <source>It stands in another layer: {name}</source>
      <translation>Это в другом слое: {name}</translation>
    </message>
    <message>
      <source>It starts from: {name}</source>
      <translation>Начинается с: {name}</translation>
    </message>
    <message>
      <source>It stays as it is here</source>
      <translation>Остаётся как здесь</translation>
    </message>
    <message>
      <source>Item state</source>
      <translation>Состояние объекта</translation>
    </message>
    <message>
      <source>Items settled</source>
      <translation>Решено элементов</translation>
    </message>
    <message>
      <source>Items without a score pass.</source>
      <translation>Объекты без оценки проходят.</translation>
    </message>
    <message>
      <source>Its layers are called auto: and this name</source>
      <translation>Его слои называются auto: и это имя</translation>
    </message>
    <message>
      <source>Its line is dashed.</source>
      <translation>Линия пунктирная.</translation>
    </message>
    <message>
      <source>Its number in Wikidata, in a state register or in your own list</source>
      <translation>Номер в Викиданных, в государственном реестре или в вашем списке</translation>
    </message>
    <message>
      <source>Its proposals can be made anew; articles that people have begun stay as they are.</source>
      <translation>Предложения можно сделать заново; статьи, начатые людьми, останутся как есть.</translation>
    </message>
    <message>
      <source>Its share of all words said</source>
      <translation>Доля от всех сказанных слов</translation>
    </message>
    <message>
      <source>JSON lines</source>
      <translation>Строки JSON</translation>
    </message>
    <message>
      <source>JSON…</source>
      <translation>JSON…</translation>
    </message>
    <message>
      <source>Join with next quotation</source>
      <translation>Соединить со следующей цитатой</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Оставить оба</translation>
    </message>
    <message>
      <source>Keep both items</source>
      <translation>Оставить оба объекта</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Оставить мой</translation>
    </message>
    <message>
      <source>Keep the changes</source>
      <translation>Сохранить изменения</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Оставлено</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Клавиша</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Вид</translation>
    </message>
    <message>
      <source>Kind of chart</source>
      <translation>Вид диаграммы</translation>
    </message>
    <message>
      <source>Kind of speaker</source>
      <translation>Вид говорящего</translation>
    </message>
    <message>
      <source>Kinds</source>
      <translation>Виды</translation>
    </message>
    <message>
      <source>Kinds of differences</source>
      <translation>Виды расхождений</translation>
    </message>
    <message>
      <source>Kinds of marks</source>
      <translation>Виды пометок</translation>
    </message>
    <message>
      <source>Knowledge {version}: {entries} from {articles}</source>
      <translation>Знания {version}: {entries}, {articles}</translation>
    </message>
    <message>
      <source>Known of them</source>
      <translation>Что о них известно</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Метка</translation>
    </message>
    <message>
      <source>Label Studio: write predictions, not annotations.</source>
      <translation>Label Studio: записать предсказания, а не разметку.</translation>
    </message>
    <message>
      <source>Label of matched entities</source>
      <translation>Метка совпавших сущностей</translation>
    </message>
    <message>
      <source>Label, form</source>
      <translation>Метка, форма</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Метки</translation>
    </message>
    <message>
      <source>Labels of the project</source>
      <translation>Метки проекта</translation>
    </message>
    <message>
      <source>Labels of the project…</source>
      <translation>Метки проекта…</translation>
    </message>
    <message>
      <source>Labels that only the file has become labels of the project</source>
      <translation>Метки, которые есть только в файле, станут метками проекта</translation>
    </message>
    <message>
      <source>Laid over this article: {name}</source>
      <translation>Поверх статьи положено: {name}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Language model</source>
      <translation>Языковая модель</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Крупнее</translation>
    </message>
    <message>
      <source>Last changed by {name}, {when}</source>
      <translation>Последняя правка: {name}, {when}</translation>
    </message>
    <message>
      <source>Last changed: {who}, {when}</source>
      <translation>Последняя правка: {who}, {when}</translation>
    </message>
    <message>
      <source>Lay over this article</source>
      <translation>Положить поверх этой статьи</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Слой</translation>
    </message>
    <message>
      <source>Layer differs</source>
      <translation>Слой отличается</translation>
    </message>
    <message>
      <source>Layer of records that name no annotator.</source>
      <translation>Слой для записей, в которых разметчик не назван.</translation>
    </message>
    <message>
      <source>Layer of {annotator}; merged from {source} on {moment} by {author}.</source>
      <translation>Слой {annotator}; из {source}, слияние {moment}, {author}.</translation>
    </message>
    <message>
      <source>Layer, items</source>
      <translation>Слой, объектов</translation>
    </message>
    <message>
      <source>Layer: {name}</source>
      <translation>Слой: {name}</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Слои</translation>
    </message>
    <message>
      <source>Layers of the same annotator become what the file says; without this they stay</source>
      <translation>Слои того же разметчика станут такими, как в файле; иначе они остаются прежними</translation>
    </message>
    <message>
      <source>Learn from the articles that are done</source>
      <translation>Учиться на готовых статьях</translation>
    </message>
    <message>
      <source>Learn from the settled articles of PROJECT: its names, its false cues, how far each rule is right.

Without an option, and with learning on, it learns from what is settled by now, and the proposals of articles that nobody has begun are made anew where that changes them. Each part is used only while it beats the shipped proposals: every settled article is predicted with what was settled before it. With learning off, proposals are those of the shipped models.</source>
      <translation>Учится на готовых статьях проекта PROJECT: его именам, ложным словам-вводам и тому, как часто верно каждое правило.

Без параметров и при включённом обучении учитывает всё, что готово к этому времени, и заново делает предложения для статей, к которым никто не приступал, если они от этого меняются. Каждая часть используется, только пока она лучше предложений самой программы: каждая готовая статья предсказывается по тому, что было готово до неё. При выключенном обучении предложения даёт сама программа.</translation>
    </message>
    <message>
      <source>Learn from what is done by now, and make proposals that nobody has begun anew</source>
      <translation>Учесть всё, что готово, и заново сделать предложения там, где никто не приступал к работе</translation>
    </message>
    <message>
      <source>Learn now</source>
      <translation>Учесть готовое</translation>
    </message>
    <message>
      <source>Learned</source>
      <translation>С выученным</translation>
    </message>
    <message>
      <source>Learned here: “{entry}”: {says}</source>
      <translation>Выучено здесь: «{entry}» — {says}</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Обучение</translation>
    </message>
    <message>
      <source>Learning is off.</source>
      <translation>Обучение выключено.</translation>
    </message>
    <message>
      <source>Learning is off: proposals are those of the shipped models. Switch it on with --on.</source>
      <translation>Обучение выключено: предложения даёт сама программа. Включить: --on.</translation>
    </message>
    <message>
      <source>Learning is on.</source>
      <translation>Обучение включено.</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Leave alone the edits of the last</source>
      <translation>Не трогать правки за последние</translation>
    </message>
    <message>
      <source>Leave the author’s words out</source>
      <translation>Исключить слова автора</translation>
    </message>
    <message>
      <source>Leave the edits of the last so many days alone.</source>
      <translation>Не трогать правки за столько последних дней.</translation>
    </message>
    <message>
      <source>Leave the tour</source>
      <translation>Закончить</translation>
    </message>
    <message>
      <source>Left as they were: {which}.</source>
      <translation>Осталось как было: {which}.</translation>
    </message>
    <message>
      <source>Left out, settled by nobody: {items} in {articles}.</source>
      <translation>Не войдёт то, чего никто не решил: {items}, {articles}.</translation>
    </message>
    <message>
      <source>Left out: {item}</source>
      <translation>Пропущено: {item}</translation>
    </message>
    <message>
      <source>Left, where quotations lie in the article, in the colour of their form; right, what is open or unsure. The grey field is what the window shows.</source>
      <translation>Слева — где в статье стоят цитаты, цветом их формы; справа — что не решено или вызывает сомнение. Серое поле — то, что видно в окне.</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Условные знаки</translation>
    </message>
    <message>
      <source>Legend of marks</source>
      <translation>Условные знаки</translation>
    </message>
    <message>
      <source>Let texts of the project go to this host; with --add or --try.</source>
      <translation>Разрешить отправку текстов проекта на этот узел; с --add или --try.</translation>
    </message>
    <message>
      <source>Let the command of a proposer that somebody else named run on this machine.</source>
      <translation>Разрешить запуск на этом компьютере команды предразметчика, которую назвал кто-то другой.</translation>
    </message>
    <message>
      <source>Let the project be what it was in the chosen backup; the present file is kept beside</source>
      <translation>Вернуть проект к выбранной копии; нынешний файл сохранится рядом</translation>
    </message>
    <message>
      <source>Let the project run this command on this machine</source>
      <translation>Разрешить проекту запускать эту команду на этом компьютере</translation>
    </message>
    <message>
      <source>Let the texts of this project go to this host</source>
      <translation>Разрешить отправку текстов этого проекта на этот узел</translation>
    </message>
    <message>
      <source>Letters are keys by their position and work under the Russian layout too, while the text has the keyboard; signs such as “?” are where the layout has them.</source>
      <translation>Буквы — это клавиши по их месту: пока клавиатура у текста, они работают и в русской раскладке; знаки вроде «?» — там, где они в раскладке.</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Лицензия</translation>
    </message>
    <message>
      <source>Licence of the annotations, for a data set card.</source>
      <translation>Лицензия разметки, для описания набора данных.</translation>
    </message>
    <message>
      <source>Licence: MIT. Typefaces: PT Serif by ParaType and Inter, SIL Open Font Licence.</source>
      <translation>Лицензия MIT. Шрифты: PT Serif («Паратайп») и Inter, лицензия SIL Open Font.</translation>
    </message>
    <message>
      <source>Lies inside the outer one, less tall and in a stronger colour.</source>
      <translation>Лежит внутри внешней: она ниже, а цвет гуще.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Светлое</translation>
    </message>
    <message>
      <source>Light all mentions of the actor</source>
      <translation>Подсветить все упоминания источника</translation>
    </message>
    <message>
      <source>Light or dark, with more contrast if you like</source>
      <translation>Светлая или тёмная, при желании контрастнее</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Строка</translation>
    </message>
    <message>
      <source>Line spacing</source>
      <translation>Межстрочный интервал</translation>
    </message>
    <message>
      <source>Line {at} of {total}: {query}</source>
      <translation>Строка {at} из {total}: {query}</translation>
    </message>
    <message>
      <source>Lines as PDF</source>
      <translation>Строки в PDF</translation>
    </message>
    <message>
      <source>Lines found</source>
      <translation>Найденные строки</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Ссылка</translation>
    </message>
    <message>
      <source>Link the actors of everything ticked, as one act</source>
      <translation>Связать с реестром всё отмеченное, одним действием</translation>
    </message>
    <message numerus="yes">
      <source>Link these %n actor(s)</source>
      <translation>
        <numerusform>Связать %n источник</numerusform>
        <numerusform>Связать %n источника</numerusform>
        <numerusform>Связать %n источников</numerusform>
      </translation>
    </message>
    <message>
      <source>Link two halves</source>
      <translation>Соедините две половины</translation>
    </message>
    <message>
      <source>Linked to a source that the register has not got: {id}</source>
      <translation>Связан с источником, которого нет в реестре: {id}</translation>
    </message>
    <message>
      <source>Linked to {name}</source>
      <translation>Связан с реестром: {name}</translation>
    </message>
    <message>
      <source>List the removed articles first, and select some.</source>
      <translation>Сначала откройте список убранных статей и выберите нужные.</translation>
    </message>
    <message>
      <source>List the sources in the register of PROJECT, each with the articles and quotations that are linked to it.

With --propose nothing is changed either: whom a person takes for whom is decided in the window.</source>
      <translation>Вывести реестр источников проекта PROJECT: сколько статей и цитат связано с каждым.

С --propose тоже ничего не меняется: кто есть кто, человек решает в окне.</translation>
    </message>
    <message>
      <source>List what actors that nobody has linked may be, and which sources may be one, with reasons.</source>
      <translation>Вывести, кем могут быть ни с кем не связанные источники статей и какие записи реестра могут быть одной, и почему.</translation>
    </message>
    <message>
      <source>List what is learned, with counts and whether it is used.</source>
      <translation>Вывести, что выучено, со счётом и действием.</translation>
    </message>
    <message>
      <source>List who else proposes in PROJECT: commands and servers that speak the exchange format, language models.

Or name one, take it away, try it. What it proposes stands in a layer of its own, auto:NAME, beside the pre-annotation; citata annotate PROJECT --proposer NAME asks it about all articles. A command gets and gives articles as lines of JSON. A text leaves this machine only with --consent HOST.</source>
      <translation>Показать другие предразметчики проекта PROJECT: команды и серверы, которые понимают формат обмена, языковые модели.

Или назвать новый, убрать, испытать. Его предложения лежат в отдельном слое auto:NAME рядом с предразметкой; citata annotate PROJECT --proposer NAME спрашивает его обо всех статьях. Команда получает и отдаёт статьи строками JSON. Текст покидает этот компьютер только с --consent HOST.</translation>
    </message>
    <message>
      <source>Loading the models</source>
      <translation>Загрузка моделей</translation>
    </message>
    <message>
      <source>Look at a layer…</source>
      <translation>Посмотреть слой…</translation>
    </message>
    <message>
      <source>Look at the article as it was at any moment</source>
      <translation>Посмотреть статью, какой она была в любой момент</translation>
    </message>
    <message>
      <source>Look at the next layer</source>
      <translation>Посмотреть следующий слой</translation>
    </message>
    <message>
      <source>Look for it in all articles</source>
      <translation>Искать во всех статьях</translation>
    </message>
    <message>
      <source>Looking for the lowest agreement</source>
      <translation>Поиск наименьшего согласия</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Просмотр…</translation>
    </message>
    <message>
      <source>Looking… {so_far}</source>
      <translation>Просмотр… {so_far}</translation>
    </message>
    <message>
      <source>Made with what this project taught, version {version}</source>
      <translation>Сделано с тем, чему научил проект, версия {version}</translation>
    </message>
    <message>
      <source>Mail</source>
      <translation>Письмо</translation>
    </message>
    <message>
      <source>Make a backup of the project as it is now</source>
      <translation>Сделать резервную копию проекта сейчас</translation>
    </message>
    <message>
      <source>Make a backup, then compact the log</source>
      <translation>Сделать резервную копию и сжать журнал</translation>
    </message>
    <message>
      <source>Make a consistent copy of PROJECT, also while it is open in a window.</source>
      <translation>Сделать целостную копию PROJECT, даже если он открыт в окне.</translation>
    </message>
    <message>
      <source>Make a project file and open it</source>
      <translation>Создать файл проекта и открыть его</translation>
    </message>
    <message>
      <source>Make a project of the text on the clipboard</source>
      <translation>Сделать проект из текста в буфере обмена</translation>
    </message>
    <message>
      <source>Make a version of your own</source>
      <translation>Сделать свой вариант</translation>
    </message>
    <message>
      <source>Make every fix that is certain, as one edit</source>
      <translation>Сделать все однозначные исправления одной правкой</translation>
    </message>
    <message>
      <source>Make just these words the cue or the speaker mention</source>
      <translation>Сделать словом-вводом или упоминанием ровно эти слова</translation>
    </message>
    <message>
      <source>Make one source of each selected double; their names stay as other names</source>
      <translation>Сделать из каждого выбранного двойника один источник; имена останутся другими именами</translation>
    </message>
    <message>
      <source>Make one source of those selected; their names stay as other names</source>
      <translation>Сделать из выбранных один источник; их имена останутся другими именами</translation>
    </message>
    <message>
      <source>Make the article what it was right after this edit</source>
      <translation>Вернуть статью к состоянию сразу после этой правки</translation>
    </message>
    <message>
      <source>Make the search index anew first, whatever is there.</source>
      <translation>Сначала построить поисковый индекс заново, что бы там ни было.</translation>
    </message>
    <message>
      <source>Make the word and its phrase the cue or the speaker mention</source>
      <translation>Сделать слово с его оборотом словом-вводом или упоминанием говорящего</translation>
    </message>
    <message>
      <source>Make this fix</source>
      <translation>Сделать это исправление</translation>
    </message>
    <message>
      <source>Make your version what the reviewer decided</source>
      <translation>Сделать свой вариант таким, как решил проверяющий</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>Резервное копирование</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>Руководство</translation>
    </message>
    <message numerus="yes">
      <source>Mark %n place(s)</source>
      <translation>
        <numerusform>Разметить %n место</numerusform>
        <numerusform>Разметить %n места</numerusform>
        <numerusform>Разметить %n мест</numerusform>
      </translation>
    </message>
    <message>
      <source>Mark as done</source>
      <translation>Отметить готовой</translation>
    </message>
    <message>
      <source>Mark as reviewed</source>
      <translation>Отметить проверенной</translation>
    </message>
    <message>
      <source>Mark every occurrence</source>
      <translation>Разметить все вхождения</translation>
    </message>
    <message>
      <source>Mark every occurrence…</source>
      <translation>Разметить все вхождения…</translation>
    </message>
    <message>
      <source>Mark the article as done</source>
      <translation>Отметьте статью готовой</translation>
    </message>
    <message numerus="yes">
      <source>Mark the other %n as done</source>
      <translation>
        <numerusform>Отметить готовыми остальные (%n)</numerusform>
        <numerusform>Отметить готовыми остальные (%n)</numerusform>
        <numerusform>Отметить готовыми остальные (%n)</numerusform>
      </translation>
    </message>
    <message>
      <source>Mark those that are ticked, as one edit in each article</source>
      <translation>Разметить отмеченные, одной правкой в каждой статье</translation>
    </message>
    <message>
      <source>Markdown: # heading, **bold**, - list; a heading with a label’s name is its section</source>
      <translation>Markdown: # заголовок, **полужирный**, - список; заголовок с названием метки — это её раздел</translation>
    </message>
    <message>
      <source>Marked already</source>
      <translation>Уже размечено</translation>
    </message>
    <message>
      <source>Marked by hand</source>
      <translation>Размечено вручную</translation>
    </message>
    <message>
      <source>Marked: {what}.</source>
      <translation>Размечено: {what}.</translation>
    </message>
    <message>
      <source>Marking</source>
      <translation>Разметка</translation>
    </message>
    <message>
      <source>Marks at the edge</source>
      <translation>Знаки на краю</translation>
    </message>
    <message>
      <source>Marks in the colours of the window</source>
      <translation>Пометки в цветах окна</translation>
    </message>
    <message>
      <source>Marks told apart by their lines</source>
      <translation>Пометки различаются линиями</translation>
    </message>
    <message>
      <source>May be one</source>
      <translation>Может быть одним</translation>
    </message>
    <message>
      <source>May see others all the same</source>
      <translation>Всё же могут видеть чужие слои</translation>
    </message>
    <message>
      <source>Mean score</source>
      <translation>Средняя оценка</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Мера</translation>
    </message>
    <message>
      <source>Measure how far two or more layers agree on the articles that they share.

A B C are JSONL files, annotators of --project, or FILE@ANNOTATOR for one layer of a file or a project. Precision and recall are B's against A; exact and overlap compare content without marks and punctuation around it.</source>
      <translation>Измерить, насколько согласны два слоя или больше в общих статьях.

A B C — файлы JSONL, разметчики проекта --project или FILE@РАЗМЕТЧИК для одного слоя файла или проекта. Точность и полнота — у B относительно A; совпадение и пересечение считаются без кавычек и знаков препинания по краям.</translation>
    </message>
    <message>
      <source>Measure how right PREDICTED is beside GOLD: quotations, who said them, entities.

Both are JSONL files (- is standard input), or FILE@ANNOTATOR for one layer of a file or of a project. Every article of GOLD must be in PREDICTED. Quotations are compared without marks and punctuation around them: exact when they are equal then, found when they overlap by half or more; a speaker is right by the same name, a longer or a shorter one.</source>
      <translation>Измерить, насколько верны предсказания PREDICTED по сравнению с эталоном GOLD: цитаты, кто их сказал, сущности.

И то и другое — файлы JSONL (- значит стандартный ввод) или FILE@РАЗМЕТЧИК для одного слоя файла или проекта. Каждая статья GOLD должна быть в PREDICTED. Цитаты сравниваются без кавычек и знаков препинания по краям: точно, если они тогда равны; найдена, если они пересекаются наполовину или больше; говорящий верен, если имя то же, короче или длиннее.</translation>
    </message>
    <message>
      <source>Mention</source>
      <translation>Упоминание</translation>
    </message>
    <message>
      <source>Mention: {words}.</source>
      <translation>Упоминание: {words}.</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Меню</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Объединить</translation>
    </message>
    <message>
      <source>Merge a project that is no copy of PROJECT as well.</source>
      <translation>Объединить и с проектом, который не является копией PROJECT.</translation>
    </message>
    <message>
      <source>Merge actors</source>
      <translation>Объединить источники</translation>
    </message>
    <message>
      <source>Merge all the same</source>
      <translation>Всё равно объединить</translation>
    </message>
    <message>
      <source>Merge another copy</source>
      <translation>Объединить с другой копией</translation>
    </message>
    <message>
      <source>Merge another copy…</source>
      <translation>Объединить с другой копией…</translation>
    </message>
    <message>
      <source>Merge into “{name}”</source>
      <translation>Объединить: «{name}»</translation>
    </message>
    <message>
      <source>Merge with another actor…</source>
      <translation>Объединить с другим источником…</translation>
    </message>
    <message>
      <source>Merge {name}</source>
      <translation>Объединить с {name}</translation>
    </message>
    <message>
      <source>Merged into it</source>
      <translation>Объединены с ним</translation>
    </message>
    <message>
      <source>Merged: {what}.</source>
      <translation>Объединено: {what}.</translation>
    </message>
    <message>
      <source>Merging</source>
      <translation>Слияние</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Моё</translation>
    </message>
    <message>
      <source>Mine ({name})</source>
      <translation>Моя разметка ({name})</translation>
    </message>
    <message>
      <source>Mine stays, and theirs comes beside it as an item of its own</source>
      <translation>Моё остаётся, чужое встаёт рядом отдельным объектом</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Пропущено</translation>
    </message>
    <message>
      <source>Missed quotations</source>
      <translation>Пропущенные цитаты</translation>
    </message>
    <message>
      <source>Missing argument 'QUERY' (or '--rebuild', to make the index anew).</source>
      <translation>Не хватает аргумента «QUERY» (или «--rebuild», чтобы построить индекс заново).</translation>
    </message>
    <message>
      <source>Missing option '--to' (or '--scope', to say what is annotated).</source>
      <translation>Не хватает ключа '--to' (или '--scope', чтобы сказать, что размечается).</translation>
    </message>
    <message>
      <source>Missing option '-o' / '--output'. -o - writes to standard output.</source>
      <translation>Не хватает ключа '-o' / '--output'. С -o - вывод идёт в стандартный вывод.</translation>
    </message>
    <message>
      <source>Mixed</source>
      <translation>Смешанная</translation>
    </message>
    <message>
      <source>Mixed quotation</source>
      <translation>Смешанная цитата</translation>
    </message>
    <message>
      <source>Mixed quotations</source>
      <translation>Смешанные цитаты</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Модель</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Месяц</translation>
    </message>
    <message>
      <source>Mouse</source>
      <translation>Мышь</translation>
    </message>
    <message>
      <source>Move an edge</source>
      <translation>Сдвинуть край</translation>
    </message>
    <message>
      <source>Move an edge of the selected item; with Alt exactly</source>
      <translation>Сдвинуть край выбранного; с Alt точно</translation>
    </message>
    <message>
      <source>Move to selected text</source>
      <translation>Перенести на выделенный текст</translation>
    </message>
    <message>
      <source>Moved by</source>
      <translation>Сдвиг</translation>
    </message>
    <message>
      <source>NAME</source>
      <translation>НАЗВАНИЕ</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>Name a command after --, or a server with --url.</source>
      <translation>Назовите команду после -- или сервер с помощью --url.</translation>
    </message>
    <message>
      <source>Name a command, a server or a language model that is to propose</source>
      <translation>Назвать команду, сервер или языковую модель, которые будут предлагать</translation>
    </message>
    <message>
      <source>Name a proposer: a command after --, or one at --url. One of that name changes.</source>
      <translation>Назвать предразметчик: команду после -- или сервер по адресу --url. Предразметчик с таким именем изменится.</translation>
    </message>
    <message>
      <source>Name in English</source>
      <translation>Название по-английски</translation>
    </message>
    <message>
      <source>Name in Russian</source>
      <translation>Название по-русски</translation>
    </message>
    <message>
      <source>Name of another detail</source>
      <translation>Название нового поля</translation>
    </message>
    <message>
      <source>Name of the new actor</source>
      <translation>Имя нового источника</translation>
    </message>
    <message numerus="yes">
      <source>Name of whom %n article(s) mean</source>
      <translation>
        <numerusform>Имя того, о ком говорится в %n статье</numerusform>
        <numerusform>Имя того, о ком говорится в %n статьях</numerusform>
        <numerusform>Имя того, о ком говорится в %n статьях</numerusform>
      </translation>
    </message>
    <message>
      <source>Name the file to write.</source>
      <translation>Укажите файл.</translation>
    </message>
    <message>
      <source>Name the people that articles are to be given to (not auto and not adjudicated).</source>
      <translation>Назовите людей, которым раздать статьи (не auto и не adjudicated).</translation>
    </message>
    <message>
      <source>Name, kind, gender, note…</source>
      <translation>Имя, вид, род, заметка…</translation>
    </message>
    <message>
      <source>Name, kind, gender, office, identifier, other names, note</source>
      <translation>Имя, вид, род, должность, идентификатор, другие имена, заметка</translation>
    </message>
    <message>
      <source>Named</source>
      <translation>Назван в статье</translation>
    </message>
    <message>
      <source>Named speakers</source>
      <translation>Говорящие с именем</translation>
    </message>
    <message>
      <source>Named: {name}, {target}</source>
      <translation>Назван: {name}, {target}</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Названия</translation>
    </message>
    <message>
      <source>Names of those who decide between layers; left empty, everybody may</source>
      <translation>Имена тех, кто выбирает между слоями; если пусто, может каждый</translation>
    </message>
    <message>
      <source>Names of those who get articles, with commas</source>
      <translation>Имена тех, кто получит статьи, через запятую</translation>
    </message>
    <message>
      <source>Names of those who see other layers although they do not review</source>
      <translation>Имена тех, кто видит чужие слои, хотя и не проверяет</translation>
    </message>
    <message>
      <source>Names: {name}</source>
      <translation>Называет: {name}</translation>
    </message>
    <message>
      <source>Near</source>
      <translation>Рядом со словом</translation>
    </message>
    <message>
      <source>Near it</source>
      <translation>Рядом с ним</translation>
    </message>
    <message>
      <source>Nearly the same text</source>
      <translation>Почти тот же текст</translation>
    </message>
    <message>
      <source>Nearly {id}</source>
      <translation>Почти {id}</translation>
    </message>
    <message>
      <source>Neither</source>
      <translation>Ни одного</translation>
    </message>
    <message>
      <source>Nested in the quotation around it</source>
      <translation>Вложить во внешнюю цитату</translation>
    </message>
    <message>
      <source>Nesting</source>
      <translation>Вложение</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Новая</translation>
    </message>
    <message>
      <source>New actor “{name}”</source>
      <translation>Новый источник «{name}»</translation>
    </message>
    <message>
      <source>New article</source>
      <translation>Новая статья</translation>
    </message>
    <message>
      <source>New in the register: {name}</source>
      <translation>Добавлен в реестр: {name}</translation>
    </message>
    <message>
      <source>New layer</source>
      <translation>Новый слой</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Новый проект</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>Новый проект…</translation>
    </message>
    <message>
      <source>New source</source>
      <translation>Новый источник</translation>
    </message>
    <message>
      <source>New version of</source>
      <translation>Новая версия статьи</translation>
    </message>
    <message>
      <source>Newspaper</source>
      <translation>Издание</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Новый…</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Дальше</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Следующая статья</translation>
    </message>
    <message>
      <source>Next article to review</source>
      <translation>Следующая статья на проверку</translation>
    </message>
    <message>
      <source>Next doubtful speaker</source>
      <translation>Следующий сомнительный говорящий</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Следующее совпадение</translation>
    </message>
    <message>
      <source>Next item</source>
      <translation>Следующий объект</translation>
    </message>
    <message>
      <source>Next line of the concordance</source>
      <translation>Следующая строка конкорданса</translation>
    </message>
    <message>
      <source>Next open item</source>
      <translation>Следующий нерешённый</translation>
    </message>
    <message>
      <source>No actor is called so.</source>
      <translation>Источника с таким именем нет.</translation>
    </message>
    <message>
      <source>No actor.</source>
      <translation>Источника нет.</translation>
    </message>
    <message>
      <source>No answer came within {seconds} seconds. Give it more time, or start a command anew for each article if it reads all before it answers.</source>
      <translation>За {seconds} с ответа нет. Дайте больше времени; команду, которая отвечает, лишь прочитав весь ввод, запускайте заново для каждой статьи.</translation>
    </message>
    <message>
      <source>No article has layers of two of {known}: there is nothing to compare.</source>
      <translation>Ни у одной статьи нет слоёв двух из {known}: сравнивать нечего.</translation>
    </message>
    <message>
      <source>No article was finished by two people or more.</source>
      <translation>Ни одной статьи не закончили двое или больше.</translation>
    </message>
    <message>
      <source>No author's words stand inside this quotation.</source>
      <translation>Внутри этой цитаты нет слов автора.</translation>
    </message>
    <message>
      <source>No backup of {path} could be made ({reason}). The project itself is as it was.</source>
      <translation>Не удалось сделать резервную копию {path} ({reason}). Сам проект остался как был.</translation>
    </message>
    <message>
      <source>No command has such a name.</source>
      <translation>Такой команды нет.</translation>
    </message>
    <message>
      <source>No cue.</source>
      <translation>Слова-ввода нет.</translation>
    </message>
    <message>
      <source>No difference is chosen</source>
      <translation>Расхождение не выбрано</translation>
    </message>
    <message>
      <source>No entities yet. Select a name and press the key of its label. F5 lets the program propose.</source>
      <translation>Сущностей пока нет. Выделите имя и нажмите клавишу метки. F5: пусть предложит программа.</translation>
    </message>
    <message>
      <source>No hits</source>
      <translation>Совпадений нет</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Без клавиши</translation>
    </message>
    <message>
      <source>No layers</source>
      <translation>Слоёв нет</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Без ограничения</translation>
    </message>
    <message>
      <source>No longer unsure.</source>
      <translation>Сомнение снято.</translation>
    </message>
    <message>
      <source>No mention.</source>
      <translation>Упоминания нет.</translation>
    </message>
    <message>
      <source>No merge has left anything to resolve.</source>
      <translation>После слияний разрешать нечего.</translation>
    </message>
    <message>
      <source>No other article waits for review.</source>
      <translation>Других статей на проверку нет.</translation>
    </message>
    <message>
      <source>No process that annotates could be kept running ({reason}). What was done is kept. Close other programs and try again; on the command line, --workers 1 does without such processes.</source>
      <translation>Ни один размечающий процесс не удалось удержать в работе ({reason}). Сделанное сохранено. Закройте другие программы и попробуйте снова; в командной строке --workers 1 обходится без таких процессов.</translation>
    </message>
    <message>
      <source>No projects yet</source>
      <translation>Пока нет проектов</translation>
    </message>
    <message>
      <source>No proposals for what is settled in the layers of {annotator}.</source>
      <translation>Для решённого в слоях разметчика {annotator} предложений нет.</translation>
    </message>
    <message>
      <source>No quotation stands around this one.</source>
      <translation>Вокруг этой цитаты нет другой.</translation>
    </message>
    <message>
      <source>No quotations are counted.</source>
      <translation>Цитат для подсчёта нет.</translation>
    </message>
    <message>
      <source>No quotations yet. Select the words and press D, I or M. F5 lets the program propose.</source>
      <translation>Цитат пока нет. Выделите слова и нажмите D, I или M: прямая, косвенная, смешанная. F5: пусть предложит программа.</translation>
    </message>
    <message>
      <source>No reason given</source>
      <translation>Причина не указана</translation>
    </message>
    <message>
      <source>No reviewer is named: everybody may review, and sees every layer.</source>
      <translation>Проверяющие не названы: проверять может каждый, и каждый видит все слои.</translation>
    </message>
    <message>
      <source>No source is in the register of {path} yet. What may be one: citata sources {path} --propose.</source>
      <translation>В реестре проекта {path} пока никого нет. Кто мог бы в нём быть: citata sources {path} --propose.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>на диске нет места</translation>
    </message>
    <message>
      <source>No speaker is in doubt here.</source>
      <translation>Сомнительных говорящих здесь нет.</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>нет такого файла или папки</translation>
    </message>
    <message>
      <source>No two sources of the register have the same name and nothing that parts them.</source>
      <translation>В реестре нет источников с одним именем, которых ничто не различает.</translation>
    </message>
    <message>
      <source>No two speakers are quoted together so often.</source>
      <translation>Так часто никого не цитируют вместе.</translation>
    </message>
    <message>
      <source>Nobody answers at {host}. Start the server there, or correct the port.</source>
      <translation>По адресу {host} никто не отвечает. Запустите там сервер или исправьте порт.</translation>
    </message>
    <message>
      <source>Nobody else has a layer of this article.</source>
      <translation>Других слоёв у этой статьи нет.</translation>
    </message>
    <message>
      <source>Nobody has annotated anything in them.</source>
      <translation>В них никто ничего не разметил.</translation>
    </message>
    <message>
      <source>Nobody has annotated anything yet.</source>
      <translation>Пока никто ничего не размечал.</translation>
    </message>
    <message>
      <source>Nobody has annotated this article yet.</source>
      <translation>Эту статью ещё никто не размечал.</translation>
    </message>
    <message>
      <source>Nobody has any of them.</source>
      <translation>Пока ни у кого их нет.</translation>
    </message>
    <message>
      <source>Nobody has worked on proposals here.</source>
      <translation>Над предложениями здесь ещё никто не работал.</translation>
    </message>
    <message>
      <source>Nobody is led by the work of others until it is reviewed</source>
      <translation>Чужая работа никого не подталкивает, пока статья не проверена</translation>
    </message>
    <message>
      <source>Nobody is named or quoted yet. A source comes with the first entity or speaker of its name.</source>
      <translation>Пока никто не назван и не процитирован. Источник появится вместе с первой сущностью или говорящим.</translation>
    </message>
    <message>
      <source>None of it is right, and the article is done: one edit</source>
      <translation>Всё это неверно, и статья готова: одна правка</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Обычный размер</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>это не папка</translation>
    </message>
    <message numerus="yes">
      <source>Not given, as finished or under review: %n article(s)</source>
      <translation>
        <numerusform>Не роздана, так как закончена или на проверке: %n статья</numerusform>
        <numerusform>Не розданы, так как закончены или на проверке: %n статьи</numerusform>
        <numerusform>Не розданы, так как закончены или на проверке: %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>Not in the register.</source>
      <translation>В реестре такого нет.</translation>
    </message>
    <message>
      <source>Not nested</source>
      <translation>Не вложена</translation>
    </message>
    <message>
      <source>Not nested.</source>
      <translation>Не вложена.</translation>
    </message>
    <message>
      <source>Not reviewed yet</source>
      <translation>Ещё не проверено</translation>
    </message>
    <message>
      <source>Not shown: {rows} with {quotations}; --limit 0 shows all.</source>
      <translation>Не показано: {rows}, {quotations}; --limit 0 покажет все.</translation>
    </message>
    <message>
      <source>Not told</source>
      <translation>Не назван</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Заметка</translation>
    </message>
    <message>
      <source>Note on the article</source>
      <translation>Заметка о статье</translation>
    </message>
    <message>
      <source>Note saved.</source>
      <translation>Заметка сохранена.</translation>
    </message>
    <message>
      <source>Note: {words}</source>
      <translation>Заметка: {words}</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Заметка…</translation>
    </message>
    <message>
      <source>Nothing came in on standard input (-).</source>
      <translation>На стандартный ввод (-) ничего не пришло.</translation>
    </message>
    <message>
      <source>Nothing chosen yet.</source>
      <translation>Пока ничего не выбрано.</translation>
    </message>
    <message>
      <source>Nothing fits: choose another layer or other filters.</source>
      <translation>Ничего не подходит: выберите другой слой или другие фильтры.</translation>
    </message>
    <message>
      <source>Nothing fits: no such article is marked done. Mark it done (menu Article), or choose work that is still open under “Whose word”.</source>
      <translation>Ничего не подходит: ни одна такая статья не отмечена готовой. Отметьте её готовой (меню «Статья») или выберите в поле «Чьё слово» и незаконченную работу.</translation>
    </message>
    <message>
      <source>Nothing has been done in this article yet.</source>
      <translation>В этой статье ещё ничего не сделано.</translation>
    </message>
    <message>
      <source>Nothing here has a majority.</source>
      <translation>Здесь ни у чего нет большинства.</translation>
    </message>
    <message>
      <source>Nothing is changed yet.</source>
      <translation>Пока ничего не изменено.</translation>
    </message>
    <message>
      <source>Nothing is changed.</source>
      <translation>Ничего не изменено.</translation>
    </message>
    <message>
      <source>Nothing is deleted: undo, or the list of removed articles, brings everything back.</source>
      <translation>Ничего не удаляется: всё можно вернуть отменой или из списка убранных статей.</translation>
    </message>
    <message>
      <source>Nothing is drawn; it stays in the ledger of proposals.</source>
      <translation>Ничего не рисуется; остаётся в отчёте «Что стало с предложениями».</translation>
    </message>
    <message>
      <source>Nothing is dropped: both layers are kept, and a backup is made first.</source>
      <translation>Ничего не пропадает: остаются оба слоя, а сначала делается резервная копия.</translation>
    </message>
    <message>
      <source>Nothing is learned yet.</source>
      <translation>Пока ничего не выучено.</translation>
    </message>
    <message>
      <source>Nothing is marked; the first open item is selected</source>
      <translation>Статья не отмечается; выбирается первый нерешённый объект</translation>
    </message>
    <message>
      <source>Nothing is open here. Ctrl+Shift+Enter marks the article as done.</source>
      <translation>Нерешённого здесь нет. Ctrl+Shift+Enter отметит статью готовой.</translation>
    </message>
    <message>
      <source>Nothing is proposed: every actor that a person has settled is linked.</source>
      <translation>Предложений нет: все проверенные источники статей связаны с реестром.</translation>
    </message>
    <message>
      <source>Nothing is ticked: export and print mean all lines, the others those selected.</source>
      <translation>Ничего не отмечено: экспорт и печать берут все строки, остальное — выделенные.</translation>
    </message>
    <message numerus="yes">
      <source>Nothing new: %n record(s) there already.</source>
      <translation>
        <numerusform>Нового нет: %n запись уже была.</numerusform>
        <numerusform>Нового нет: %n записи уже были.</numerusform>
        <numerusform>Нового нет: %n записей уже были.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing of Citata is there.</source>
      <translation>Ничего от Citata там нет.</translation>
    </message>
    <message>
      <source>Nothing of this kind is open.</source>
      <translation>Нерешённого такого рода нет.</translation>
    </message>
    <message>
      <source>Nothing stands around it so often.</source>
      <translation>Так часто вокруг него не стоит ничего.</translation>
    </message>
    <message>
      <source>Nothing that anybody did to what {path} has learned is left to take back.</source>
      <translation>Над тем, чему научил {path}, не сделано ничего, что можно отменить.</translation>
    </message>
    <message>
      <source>Nothing to count.</source>
      <translation>Считать нечего.</translation>
    </message>
    <message>
      <source>Nothing to export: no layer fits {filters}. Finished work is exported unless you ask for more: --what people+open (open proposals too), --what proposals, or --layer.</source>
      <translation>Экспортировать нечего: ни один слой не подходит под условия: {filters}. Экспортируется законченная работа, если не попросить большего: --what people+open (и нерешённые предложения), --what proposals или --layer.</translation>
    </message>
    <message>
      <source>Nothing to export: the project has no annotations yet.</source>
      <translation>Экспортировать нечего: в проекте ещё нет разметки.</translation>
    </message>
    <message>
      <source>Nothing to look at again in this article.</source>
      <translation>В этой статье нечего перепроверять.</translation>
    </message>
    <message>
      <source>Nothing was annotated: {refused} refused.</source>
      <translation>Ничего не размечено: отклонено {refused}.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Ничего не изменено.</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>Ничего не нашлось.</translation>
    </message>
    <message>
      <source>Nothing was imported: {refused} refused, {known} there already.</source>
      <translation>Ничего не импортировано: отклонено {refused}, уже было {known}.</translation>
    </message>
    <message>
      <source>Nothing was left out</source>
      <translation>Ничего не потеряно</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Число</translation>
    </message>
    <message>
      <source>OPTIONS</source>
      <translation>КЛЮЧИ</translation>
    </message>
    <message>
      <source>Occurrences</source>
      <translation>Вхождения</translation>
    </message>
    <message>
      <source>Of '--settled' and '--proposals' one is enough: without them both are counted.</source>
      <translation>Из «--settled» и «--proposals» нужно одно: без них считается и то и другое.</translation>
    </message>
    <message>
      <source>Of --add with --model: characters of a text that it is asked about at once.</source>
      <translation>Для --add с --model: сколько знаков текста отправлять за раз.</translation>
    </message>
    <message>
      <source>Of --add: how long an article may take.</source>
      <translation>Для --add: сколько секунд можно тратить на статью.</translation>
    </message>
    <message>
      <source>Of --add: start the command anew for each article and end its input.</source>
      <translation>Для --add: запускать команду заново для каждой статьи и закрывать её ввод.</translation>
    </message>
    <message>
      <source>Of --add: the environment variable with the server's key; never stored.</source>
      <translation>Для --add: переменная окружения с ключом сервера; сам ключ не сохраняется.</translation>
    </message>
    <message>
      <source>Of --add: the model of an OpenAI-compatible server (Ollama, llama.cpp, vLLM).</source>
      <translation>Для --add: модель сервера, совместимого с OpenAI (Ollama, llama.cpp, vLLM).</translation>
    </message>
    <message>
      <source>Of --add: the version that its proposals bear, unless its answers name one.</source>
      <translation>Для --add: версия, которую несут предложения, если её не называют сами ответы.</translation>
    </message>
    <message>
      <source>Of --add: where a server takes articles; with --model the base, as http://127.0.0.1:11434/v1</source>
      <translation>Для --add: где сервер принимает статьи; с --model — основа адреса, например http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
      <source>Of --try: the article; by default the first.</source>
      <translation>Для --try: статья; по умолчанию первая.</translation>
    </message>
    <message>
      <source>Of a project: annotate also what has proposals; they are replaced.</source>
      <translation>В проекте: разметить и то, у чего уже есть предложения; они заменяются.</translation>
    </message>
    <message>
      <source>Of a project: ask this proposer that the project names (citata proposers).</source>
      <translation>Для проекта: спросить этот предразметчик, названный в проекте (citata proposers).</translation>
    </message>
    <message>
      <source>Of older edits nothing stays but what they made.</source>
      <translation>От старых правок остаётся только их итог.</translation>
    </message>
    <message>
      <source>Of quotations on both sides, those with one speaker</source>
      <translation>Из цитат, что есть у обоих, те, где говорящий один</translation>
    </message>
    <message>
      <source>Of the first</source>
      <translation>У первого</translation>
    </message>
    <message>
      <source>Of the quotations found, right are</source>
      <translation>Из найденных цитат верны</translation>
    </message>
    <message>
      <source>Of the second</source>
      <translation>У второго</translation>
    </message>
    <message>
      <source>Off: proposals are exactly those of the shipped models</source>
      <translation>Выключено: предложения в точности те, что даёт сама программа</translation>
    </message>
    <message>
      <source>Office or trade</source>
      <translation>Должность или занятие</translation>
    </message>
    <message>
      <source>Offsets count</source>
      <translation>Смещения считают</translation>
    </message>
    <message>
      <source>On matched quotations</source>
      <translation>В совпавших цитатах</translation>
    </message>
    <message>
      <source>On paper</source>
      <translation>На бумаге</translation>
    </message>
    <message>
      <source>On paper…</source>
      <translation>На бумаге…</translation>
    </message>
    <message>
      <source>One backup is made every day, and one before a merge, before the log is compacted and before the file is brought up to a newer version. The newest {count} are kept, for {days} days, while they take no more than {size} together.</source>
      <translation>Копия делается раз в день, а также перед слиянием, сжатием журнала и переводом файла на новую версию. Хранятся последние {count} за {days} дней, пока вместе они занимают не больше {size}.</translation>
    </message>
    <message>
      <source>One edit earlier</source>
      <translation>На правку раньше</translation>
    </message>
    <message>
      <source>One edit later</source>
      <translation>На правку позже</translation>
    </message>
    <message>
      <source>One range from start to end</source>
      <translation>Один отрезок от начала до конца</translation>
    </message>
    <message>
      <source>Only articles from this day on: 2026-01-31 or 31.01.2026</source>
      <translation>Только статьи с этого дня: 2026-01-31 или 31.01.2026</translation>
    </message>
    <message>
      <source>Only articles published on this day or after: 2026-01-31 or 31.01.2026.</source>
      <translation>Только статьи, вышедшие в этот день или позже: 2026-01-31 или 31.01.2026.</translation>
    </message>
    <message>
      <source>Only articles published on this day or before.</source>
      <translation>Только статьи, вышедшие в этот день или раньше.</translation>
    </message>
    <message>
      <source>Only articles up to this day: 2026-01-31 or 31.01.2026</source>
      <translation>Только статьи по этот день: 2026-01-31 или 31.01.2026</translation>
    </message>
    <message>
      <source>Only articles with this flag on them or on an item.</source>
      <translation>Только статьи с этим флажком — на самой статье или на её объекте.</translation>
    </message>
    <message>
      <source>Only entities of these labels and quotations of these forms</source>
      <translation>Только сущности с этими метками и цитаты этих форм</translation>
    </message>
    <message>
      <source>Only in one</source>
      <translation>Только у одного</translation>
    </message>
    <message>
      <source>Only items in this state.</source>
      <translation>Только объекты в этом состоянии.</translation>
    </message>
    <message>
      <source>Only items with this label or form (PER, direct …).</source>
      <translation>Только объекты с этой меткой или формой (PER, direct …).</translation>
    </message>
    <message>
      <source>Only items with this score or more, or without one.</source>
      <translation>Только объекты с этой оценкой и выше или без оценки.</translation>
    </message>
    <message>
      <source>Only layers in this status.</source>
      <translation>Только слои в этом статусе.</translation>
    </message>
    <message>
      <source>Only layers of these statuses</source>
      <translation>Только разметка с этими статусами</translation>
    </message>
    <message>
      <source>Only measure what learning would bring; nothing is changed.</source>
      <translation>Только измерить, что даст обучение; ничего не меняется.</translation>
    </message>
    <message>
      <source>Only quotations and entities in these states</source>
      <translation>Только цитаты и сущности в этих состояниях</translation>
    </message>
    <message>
      <source>Only quotations of some forms</source>
      <translation>Только цитаты некоторых форм</translation>
    </message>
    <message>
      <source>Only quotations that a person has decided</source>
      <translation>Только цитаты, которые решил человек</translation>
    </message>
    <message>
      <source>Only quotations that a query lists</source>
      <translation>Только цитаты из запроса</translation>
    </message>
    <message>
      <source>Only quotations that nobody has decided yet</source>
      <translation>Только цитаты, которые ещё никто не решил</translation>
    </message>
    <message numerus="yes">
      <source>Only the %n article(s) selected in the list</source>
      <translation>
        <numerusform>Только %n статья, выбранная в списке</numerusform>
        <numerusform>Только %n статьи, выбранные в списке</numerusform>
        <numerusform>Только %n статей, выбранных в списке</numerusform>
      </translation>
    </message>
    <message>
      <source>Only the article that is open</source>
      <translation>Только открытая статья</translation>
    </message>
    <message>
      <source>Only the edits of this item.</source>
      <translation>Только правки этого объекта.</translation>
    </message>
    <message>
      <source>Only the most frequent pairs are shown.</source>
      <translation>Показаны только самые частые пары.</translation>
    </message>
    <message>
      <source>Only this annotator's layer; may be repeated; all: everyone's.</source>
      <translation>Только слой этого разметчика; ключ можно повторять; all — слои всех.</translation>
    </message>
    <message>
      <source>Only this article; may be repeated.</source>
      <translation>Только эту статью; ключ можно повторять.</translation>
    </message>
    <message>
      <source>Only what has one of these flags</source>
      <translation>Только то, на чём стоит один из этих флажков</translation>
    </message>
    <message>
      <source>Only what people have decided, or only proposals</source>
      <translation>Только решённое людьми или только предложения</translation>
    </message>
    <message>
      <source>Only {names}</source>
      <translation>Только {names}</translation>
    </message>
    <message>
      <source>Only: {query}.</source>
      <translation>Только: {query}.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Открыто</translation>
    </message>
    <message>
      <source>Open a line of the concordance first (Ctrl+Shift+F).</source>
      <translation>Сначала откройте строку конкорданса (Ctrl+Shift+F).</translation>
    </message>
    <message>
      <source>Open a project file</source>
      <translation>Открыть файл проекта</translation>
    </message>
    <message>
      <source>Open a project first.</source>
      <translation>Сначала откройте проект.</translation>
    </message>
    <message>
      <source>Open an article first.</source>
      <translation>Сначала откройте статью.</translation>
    </message>
    <message>
      <source>Open article</source>
      <translation>Открыть статью</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Открыть папку</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <translation>Открыть в браузере</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>Открыть её</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>Открыть проект</translation>
    </message>
    <message>
      <source>Open project…</source>
      <translation>Открыть проект…</translation>
    </message>
    <message>
      <source>Open questions</source>
      <translation>Открытые вопросы</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>Недавние</translation>
    </message>
    <message>
      <source>Open the article in which it is heard</source>
      <translation>Открыть статью, в которой он говорит</translation>
    </message>
    <message>
      <source>Open the article that has this text</source>
      <translation>Открыть статью с этим текстом</translation>
    </message>
    <message>
      <source>Open the article that the selected row is about</source>
      <translation>Открыть статью выбранной строки</translation>
    </message>
    <message>
      <source>Open the file</source>
      <translation>Открыть файл</translation>
    </message>
    <message>
      <source>Open the file that was written</source>
      <translation>Открыть записанный файл</translation>
    </message>
    <message>
      <source>Open the page in the browser</source>
      <translation>Открыть страницу в браузере</translation>
    </message>
    <message>
      <source>Open the page it came from</source>
      <translation>Открыть страницу источника</translation>
    </message>
    <message>
      <source>Open the place of the line before</source>
      <translation>Открыть в статье предыдущую строку</translation>
    </message>
    <message>
      <source>Open the place of the next line</source>
      <translation>Открыть в статье следующую строку</translation>
    </message>
    <message>
      <source>Open the repaired project</source>
      <translation>Открыть восстановленный проект</translation>
    </message>
    <message>
      <source>Open the sample project</source>
      <translation>Открыть пример</translation>
    </message>
    <message>
      <source>Open what this project has taught at that entry</source>
      <translation>Открыть на этой записи окно «Чему научил проект»</translation>
    </message>
    <message>
      <source>OpenDocument text</source>
      <translation>Текст OpenDocument</translation>
    </message>
    <message>
      <source>Or drop a project, texts or JSONL here: texts get a project of their own.</source>
      <translation>Или перетащите сюда проект, тексты или JSONL: для текстов создаётся свой проект.</translation>
    </message>
    <message>
      <source>Order of the articles</source>
      <translation>Порядок статей</translation>
    </message>
    <message>
      <source>Order of the lines</source>
      <translation>Порядок строк</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Другое</translation>
    </message>
    <message>
      <source>Other boundaries</source>
      <translation>Другие границы</translation>
    </message>
    <message>
      <source>Other cues</source>
      <translation>Другие слова-вводы</translation>
    </message>
    <message>
      <source>Other forms</source>
      <translation>Другие формы</translation>
    </message>
    <message>
      <source>Other names</source>
      <translation>Другие имена</translation>
    </message>
    <message>
      <source>Other names that it goes by, one a line</source>
      <translation>Другие имена, по одному в строке</translation>
    </message>
    <message>
      <source>Other open items are passed over. Click: stop at everything again</source>
      <translation>Остальное нерешённое пропускается. Щелчок: снова останавливаться на всём</translation>
    </message>
    <message>
      <source>Other proposals over this article…</source>
      <translation>Другие предложения поверх статьи…</translation>
    </message>
    <message>
      <source>Other proposers</source>
      <translation>Другие предразметчики</translation>
    </message>
    <message>
      <source>Other speaker mentions</source>
      <translation>Другие упоминания</translation>
    </message>
    <message>
      <source>Out of sight with them: {what}.</source>
      <translation>Вместе с ними скроются: {what}.</translation>
    </message>
    <message>
      <source>Out of sight: {count}</source>
      <translation>Не видно на экране: {count}</translation>
    </message>
    <message>
      <source>Outlook mail</source>
      <translation>Письмо Outlook</translation>
    </message>
    <message>
      <source>Over several lines</source>
      <translation>На нескольких строках</translation>
    </message>
    <message>
      <source>Over time</source>
      <translation>Во времени</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Обзор</translation>
    </message>
    <message>
      <source>PDF with a text layer</source>
      <translation>PDF с текстовым слоем</translation>
    </message>
    <message>
      <source>PDF…</source>
      <translation>PDF…</translation>
    </message>
    <message>
      <source>Page of the manual</source>
      <translation>Страница руководства</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Пары</translation>
    </message>
    <message>
      <source>Pairs of annotators are pooled.</source>
      <translation>Пары разметчиков сложены вместе.</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>Часть</translation>
    </message>
    <message>
      <source>Parts for training, validation and test, each article whole in one of them</source>
      <translation>Части для обучения, проверки и теста; каждая статья целиком попадает в одну из них</translation>
    </message>
    <message>
      <source>Parts of quotations</source>
      <translation>Части цитат</translation>
    </message>
    <message>
      <source>Parts of train, dev and test, by article, each in its own file.</source>
      <translation>Доли train, dev и test, по статьям, каждая в своём файле.</translation>
    </message>
    <message>
      <source>Pass over bare texts that are there under another id.</source>
      <translation>Пропустить тексты без разметки, которые уже есть под другим идентификатором.</translation>
    </message>
    <message>
      <source>Pass over texts that are there under another name</source>
      <translation>Пропускать тексты, которые уже есть под другим именем</translation>
    </message>
    <message>
      <source>Paste as article</source>
      <translation>Вставить как статью</translation>
    </message>
    <message>
      <source>Paste as article…</source>
      <translation>Вставить как статью…</translation>
    </message>
    <message>
      <source>People and progress</source>
      <translation>Люди и ход работы</translation>
    </message>
    <message>
      <source>People and progress…</source>
      <translation>Люди и ход работы…</translation>
    </message>
    <message>
      <source>People's work and open proposals</source>
      <translation>Работа людей и нерешённые предложения</translation>
    </message>
    <message>
      <source>People's work: what they settled</source>
      <translation>Работа людей: то, что они решили</translation>
    </message>
    <message>
      <source>People's; else the proposals</source>
      <translation>Людей, иначе предложения</translation>
    </message>
    <message>
      <source>Perhaps {name}: {why}</source>
      <translation>Возможно, {name}: {why}</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>нет прав</translation>
    </message>
    <message>
      <source>Person, organisation, document, group, or somebody unnamed</source>
      <translation>Человек, организация, документ, группа или кто-то неназванный</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Рисунок</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Диаграммы</translation>
    </message>
    <message>
      <source>Plain text</source>
      <translation>Простой текст</translation>
    </message>
    <message>
      <source>Policy for edges</source>
      <translation>Правило для краёв</translation>
    </message>
    <message>
      <source>Pre-annotate</source>
      <translation>Предразметка</translation>
    </message>
    <message numerus="yes">
      <source>Pre-annotate %n article(s)</source>
      <translation>
        <numerusform>Предразметить %n статью</numerusform>
        <numerusform>Предразметить %n статьи</numerusform>
        <numerusform>Предразметить %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>Pre-annotate all articles…</source>
      <translation>Предразметить все статьи…</translation>
    </message>
    <message>
      <source>Pre-annotate new texts</source>
      <translation>Предразметить новые тексты</translation>
    </message>
    <message>
      <source>Pre-annotate new texts that come without annotations.</source>
      <translation>Предразметить новые тексты, в которых нет разметки.</translation>
    </message>
    <message>
      <source>Pre-annotate the new articles</source>
      <translation>Предразметить новые статьи</translation>
    </message>
    <message>
      <source>Pre-annotate the selected articles</source>
      <translation>Предразметить выбранные статьи</translation>
    </message>
    <message>
      <source>Pre-annotate this article</source>
      <translation>Предразметить эту статью</translation>
    </message>
    <message>
      <source>Pre-annotating</source>
      <translation>Предразметка</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Точность</translation>
    </message>
    <message>
      <source>Precision, all fields</source>
      <translation>Точность, все поля</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>Предсказано</translation>
    </message>
    <message>
      <source>Prepositions, conjunctions, particles and pronouns</source>
      <translation>Предлоги, союзы, частицы и местоимения</translation>
    </message>
    <message>
      <source>Press a key, or Escape</source>
      <translation>Нажмите клавишу или Escape</translation>
    </message>
    <message>
      <source>Press a new key…</source>
      <translation>Нажмите новую клавишу…</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Предыдущая</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Предыдущая статья</translation>
    </message>
    <message>
      <source>Previous item</source>
      <translation>Предыдущий объект</translation>
    </message>
    <message>
      <source>Previous line of the concordance</source>
      <translation>Предыдущая строка конкорданса</translation>
    </message>
    <message>
      <source>Previous open item</source>
      <translation>Предыдущий нерешённый</translation>
    </message>
    <message>
      <source>Print every item with its score, the rule that proposed it, and why in words.</source>
      <translation>Напечатать каждый объект с оценкой, правилом, которое его предложило, и объяснением словами.</translation>
    </message>
    <message>
      <source>Print every number as CSV: scope, measure, value.</source>
      <translation>Напечатать все числа как CSV: область, мера, значение.</translation>
    </message>
    <message>
      <source>Print everything as JSON, with the errors.</source>
      <translation>Напечатать всё как JSON, вместе с ошибками.</translation>
    </message>
    <message>
      <source>Print everything as JSON.</source>
      <translation>Напечатать всё как JSON.</translation>
    </message>
    <message>
      <source>Print it as CSV, with the reasons of rejections.</source>
      <translation>Напечатать как CSV, с причинами отклонения.</translation>
    </message>
    <message>
      <source>Print it as JSON, one object a line.</source>
      <translation>Вывести в JSON, по объекту в строке.</translation>
    </message>
    <message>
      <source>Print it as JSON.</source>
      <translation>Напечатать как JSON.</translation>
    </message>
    <message>
      <source>Print only how many hits there are, and in how many articles.</source>
      <translation>Вывести только, сколько найдено мест и в скольких статьях.</translation>
    </message>
    <message>
      <source>Print the first N errors, by article.</source>
      <translation>Напечатать первые N ошибок, по статьям.</translation>
    </message>
    <message>
      <source>Print the lines as JSON, one object a line.</source>
      <translation>Вывести строки как JSON, по объекту в строке.</translation>
    </message>
    <message>
      <source>Print the manual page of citata, for man: citata man &gt; ~/.local/share/man/man1/citata.1</source>
      <translation>Напечатать страницу руководства citata для man: citata man &gt; ~/.local/share/man/ru/man1/citata.1</translation>
    </message>
    <message>
      <source>Print the script that completes citata's commands, options and files in a SHELL.

bash: citata completion bash &gt; ~/.local/share/bash-completion/completions/citata

zsh: citata completion zsh &gt; "${fpath[1]}/_citata"

fish: citata completion fish &gt; ~/.config/fish/completions/citata.fish

Completing opens no window and no project.</source>
      <translation>Напечатать сценарий, который дополняет команды, ключи и файлы citata в оболочке SHELL.

bash: citata completion bash &gt; ~/.local/share/bash-completion/completions/citata

zsh: citata completion zsh &gt; "${fpath[1]}/_citata"

fish: citata completion fish &gt; ~/.config/fish/completions/citata.fish

Дополнение не открывает ни окна, ни проекта.</translation>
    </message>
    <message>
      <source>Print who changed what in ARTICLE, when.</source>
      <translation>Напечатать, кто, что и когда изменил в статье ARTICLE.</translation>
    </message>
    <message>
      <source>Print who got what as JSON.</source>
      <translation>Напечатать как JSON, кому что досталось.</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Печать…</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Готовность</translation>
    </message>
    <message>
      <source>Progress of the search</source>
      <translation>Ход поиска</translation>
    </message>
    <message>
      <source>Progress, “done”, agreement and exports count this alone. Click: people and progress</source>
      <translation>Ход работы, «готово», согласие и экспорт считают только это. Щелчок: люди и ход работы</translation>
    </message>
    <message>
      <source>Progress, “done”, agreement and exports count this alone; the rest stays proposals.</source>
      <translation>Ход работы, «готово», согласие и экспорт учитывают только это; остальное остаётся предложениями.</translation>
    </message>
    <message>
      <source>Project file</source>
      <translation>Файл проекта</translation>
    </message>
    <message>
      <source>Proposal</source>
      <translation>Предложение</translation>
    </message>
    <message>
      <source>Proposal of the program: nobody has settled it</source>
      <translation>Предложение программы: никто его не решил</translation>
    </message>
    <message>
      <source>Proposals</source>
      <translation>Предложения</translation>
    </message>
    <message>
      <source>Proposals (auto)</source>
      <translation>Предложения (auto)</translation>
    </message>
    <message>
      <source>Proposals ({count})</source>
      <translation>Предложения ({count})</translation>
    </message>
    <message>
      <source>Proposals ({name})</source>
      <translation>Предложения ({name})</translation>
    </message>
    <message>
      <source>Proposals from here on are ticked</source>
      <translation>Отмечаются предложения не менее надёжные</translation>
    </message>
    <message>
      <source>Proposals made by: {what}</source>
      <translation>Чьи предложения: {what}</translation>
    </message>
    <message>
      <source>Proposals only</source>
      <translation>Только предложения</translation>
    </message>
    <message>
      <source>Proposals that are less sure stay open</source>
      <translation>Менее уверенные предложения останутся нерешёнными</translation>
    </message>
    <message>
      <source>Proposals that nobody has settled bear a question mark; rejected items are left out and counted.</source>
      <translation>У предложений, которые никто не решил, стоит знак вопроса; отклонённое не показано, но посчитано.</translation>
    </message>
    <message>
      <source>Propose quotations, cues, speakers and entities for texts.

IN are text files and exchange JSONL, - is standard input; whatever layers the JSONL holds are ignored. OUT gets the layer "auto" of every article, with the same ids in the same order. Or IN is one project: its articles that have no proposals get them there. Articles that cannot be read, or on which the rules fail, are reported and left out; the exit code is 1 then.

What a run did before it was stopped or killed is kept, in the project or beside OUT as OUT.*.part: the same command goes on from there.</source>
      <translation>Предложить для текстов цитаты, слова-вводы, говорящих и сущности.

IN — текстовые файлы и JSONL обмена, - значит стандартный ввод; слои, которые есть в JSONL, не читаются. В OUT попадает слой «auto» каждой статьи, с теми же id в том же порядке. Либо IN — один проект: его статьи, у которых нет предложений, получают их в нём. О статьях, которые нельзя прочитать или разметить, сообщается, они не входят; код возврата тогда 1.

Сделанное до остановки или аварийного завершения сохраняется, в проекте или рядом с OUT в файле OUT.*.part: та же команда продолжит с этого места.</translation>
    </message>
    <message>
      <source>Proposed</source>
      <translation>Предложено</translation>
    </message>
    <message>
      <source>Proposed by the program, accepted</source>
      <translation>Предложено программой, принято</translation>
    </message>
    <message>
      <source>Proposed by the program, corrected</source>
      <translation>Предложено программой, исправлено</translation>
    </message>
    <message>
      <source>Proposed by the program, rejected</source>
      <translation>Предложено программой, отклонено</translation>
    </message>
    <message>
      <source>Proposed entity</source>
      <translation>Предложенная сущность</translation>
    </message>
    <message>
      <source>Proposers</source>
      <translation>Предразметчики</translation>
    </message>
    <message>
      <source>Proposers…</source>
      <translation>Предразметчики…</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Опубликовано</translation>
    </message>
    <message>
      <source>Published from</source>
      <translation>Опубликовано с</translation>
    </message>
    <message>
      <source>Published since</source>
      <translation>Опубликовано не раньше</translation>
    </message>
    <message>
      <source>Published until</source>
      <translation>Опубликовано по</translation>
    </message>
    <message>
      <source>Put Citata into this desktop's menu, and have it open .citata files by a double click (Linux).</source>
      <translation>Поставить Citata в меню рабочего стола и открывать ею файлы .citata двойным щелчком (Linux).</translation>
    </message>
    <message>
      <source>Put right offsets that are off</source>
      <translation>Исправить сбитые смещения</translation>
    </message>
    <message>
      <source>Put right offsets that are off by a known bug (UTF-16, CRLF, BOM).</source>
      <translation>Исправить смещения, сбитые известной ошибкой (UTF-16, CRLF, BOM).</translation>
    </message>
    <message>
      <source>Put the lines onto the clipboard as a table</source>
      <translation>Скопировать строки в буфер обмена таблицей</translation>
    </message>
    <message>
      <source>Put the table onto the clipboard; of several selected rows only these</source>
      <translation>Поместить таблицу в буфер обмена; если выбрано несколько строк — только их</translation>
    </message>
    <message>
      <source>Q12345, number in a register …</source>
      <translation>Q12345, номер в реестре …</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Вопрос</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Выйти</translation>
    </message>
    <message>
      <source>Quotation</source>
      <translation>Цитата</translation>
    </message>
    <message>
      <source>Quotation forms</source>
      <translation>Формы цитат</translation>
    </message>
    <message>
      <source>Quotation in a quotation</source>
      <translation>Цитата внутри цитаты</translation>
    </message>
    <message>
      <source>Quotation marks in or out</source>
      <translation>Кавычки: внутрь или наружу</translation>
    </message>
    <message>
      <source>Quotations</source>
      <translation>Цитаты</translation>
    </message>
    <message>
      <source>Quotations and entities</source>
      <translation>Цитаты и сущности</translation>
    </message>
    <message>
      <source>Quotations and entities decided for the first time</source>
      <translation>Цитаты и сущности, решённые впервые</translation>
    </message>
    <message>
      <source>Quotations and entities: no longer unsure</source>
      <translation>Цитаты и сущности: сомнений больше нет</translation>
    </message>
    <message>
      <source>Quotations and entities: unsure</source>
      <translation>Цитаты и сущности: сомнительно</translation>
    </message>
    <message>
      <source>Quotations are annotated in this project</source>
      <translation>В проекте размечают цитаты</translation>
    </message>
    <message>
      <source>Quotations are counted, so the query must ask for quotations. Leave out in:text, in:entity and label:.</source>
      <translation>Считаются цитаты, поэтому запрос должен находить цитаты. Уберите in:text, in:entity и label:.</translation>
    </message>
    <message>
      <source>Quotations by form</source>
      <translation>Цитаты по форме</translation>
    </message>
    <message>
      <source>Quotations by gender</source>
      <translation>Цитаты по полу</translation>
    </message>
    <message>
      <source>Quotations by month</source>
      <translation>Цитаты по месяцам</translation>
    </message>
    <message>
      <source>Quotations by newspaper</source>
      <translation>Цитаты по изданиям</translation>
    </message>
    <message>
      <source>Quotations by speaker, gender, form, cue, newspaper, time, annotator; with a chart</source>
      <translation>Цитаты по говорящим, полу, форме, словам ввода, изданиям, времени, разметчикам; с диаграммой</translation>
    </message>
    <message>
      <source>Quotations counted</source>
      <translation>Посчитанные цитаты</translation>
    </message>
    <message>
      <source>Quotations that a person has decided</source>
      <translation>Цитаты, которые решил человек</translation>
    </message>
    <message>
      <source>Quotations that nobody has decided yet</source>
      <translation>Цитаты, которые ещё никто не решил</translation>
    </message>
    <message>
      <source>Quotations that should not be there</source>
      <translation>Лишние цитаты</translation>
    </message>
    <message>
      <source>Quotations with the same edges on both sides</source>
      <translation>Цитаты с одними и теми же краями у обоих</translation>
    </message>
    <message>
      <source>Quotations, CSV</source>
      <translation>Цитаты, CSV</translation>
    </message>
    <message>
      <source>Quotations, Excel</source>
      <translation>Цитаты, Excel</translation>
    </message>
    <message>
      <source>Quotations, Parquet</source>
      <translation>Цитаты, Parquet</translation>
    </message>
    <message>
      <source>Quotations, exact F1</source>
      <translation>Цитаты, точный F1</translation>
    </message>
    <message>
      <source>Quotations, exact F1 with marks and punctuation</source>
      <translation>Цитаты, точный F1 с кавычками и знаками</translation>
    </message>
    <message>
      <source>Quotations, overlap F1</source>
      <translation>Цитаты, F1 по пересечению</translation>
    </message>
    <message>
      <source>Quotations: {project}</source>
      <translation>Цитаты: {project}</translation>
    </message>
    <message>
      <source>Quoted in the same articles</source>
      <translation>Кого цитируют в одних и тех же статьях</translation>
    </message>
    <message>
      <source>RTF document</source>
      <translation>Документ RTF</translation>
    </message>
    <message>
      <source>Rarer pairs are left out</source>
      <translation>Более редкие пары не показываются</translation>
    </message>
    <message>
      <source>Rarer words are left out</source>
      <translation>Более редкие слова не показываются</translation>
    </message>
    <message>
      <source>Reach over the clause</source>
      <translation>Расширить до части предложения</translation>
    </message>
    <message>
      <source>Reach over the sentence</source>
      <translation>Расширить до предложения</translation>
    </message>
    <message>
      <source>Reach to the quotation marks</source>
      <translation>Расширить до кавычек</translation>
    </message>
    <message>
      <source>Read all files of this format so</source>
      <translation>Читать так все файлы этого формата</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>диск только для чтения</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Чтение</translation>
    </message>
    <message>
      <source>Reading lines</source>
      <translation>Чтение строк</translation>
    </message>
    <message>
      <source>Reading the history</source>
      <translation>Чтение истории</translation>
    </message>
    <message>
      <source>Reading the layers</source>
      <translation>Чтение слоёв</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Чтение…</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Причина</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Полнота</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Недавние проекты</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Повторить</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Отклонена</translation>
    </message>
    <message>
      <source>Register of sources</source>
      <translation>Реестр источников</translation>
    </message>
    <message>
      <source>Register of sources…</source>
      <translation>Реестр источников…</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>Регулярное выражение</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Отклонить</translation>
    </message>
    <message>
      <source>Reject or delete and go on</source>
      <translation>Отклонить или удалить и идти дальше</translation>
    </message>
    <message>
      <source>Reject the proposals; your own work is deleted</source>
      <translation>Отклонить предложения; своя разметка удаляется</translation>
    </message>
    <message numerus="yes">
      <source>Reject these %n, done</source>
      <translation>
        <numerusform>Отклонить %n, готово</numerusform>
        <numerusform>Отклонить эти %n, готово</numerusform>
        <numerusform>Отклонить эти %n, готово</numerusform>
      </translation>
    </message>
    <message>
      <source>Reject: nothing should be there</source>
      <translation>Отклонить: здесь ничего не должно быть</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Отклонено</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>Примечания</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Убрать</translation>
    </message>
    <message numerus="yes">
      <source>Remove %n article(s) from the project?</source>
      <translation>
        <numerusform>Убрать %n статью из проекта?</numerusform>
        <numerusform>Убрать %n статьи из проекта?</numerusform>
        <numerusform>Убрать %n статей из проекта?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Remove %n article(s)…</source>
      <translation>
        <numerusform>Убрать %n статью…</numerusform>
        <numerusform>Убрать %n статьи…</numerusform>
        <numerusform>Убрать %n статей…</numerusform>
      </translation>
    </message>
    <message>
      <source>Remove an entry for good, by its id from --show.</source>
      <translation>Убрать запись насовсем, по её имени из --show.</translation>
    </message>
    <message>
      <source>Remove articles</source>
      <translation>Убрать статьи</translation>
    </message>
    <message>
      <source>Remove cue</source>
      <translation>Убрать слово-ввод</translation>
    </message>
    <message>
      <source>Remove from the project…</source>
      <translation>Убрать из проекта…</translation>
    </message>
    <message>
      <source>Remove speaker mention</source>
      <translation>Убрать упоминание</translation>
    </message>
    <message>
      <source>Remove “{name}”</source>
      <translation>Убрать «{name}»</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Убранные</translation>
    </message>
    <message>
      <source>Removed: {entry}</source>
      <translation>Убрано: {entry}</translation>
    </message>
    <message>
      <source>Removed: {path}</source>
      <translation>Удалено: {path}</translation>
    </message>
    <message>
      <source>Repair into a new file</source>
      <translation>Восстановить в новый файл</translation>
    </message>
    <message>
      <source>Repair into a new file…</source>
      <translation>Восстановить в новый файл…</translation>
    </message>
    <message>
      <source>Repairing the project</source>
      <translation>Восстановление проекта</translation>
    </message>
    <message>
      <source>Repairing…</source>
      <translation>Восстановление…</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>Восстановить…</translation>
    </message>
    <message>
      <source>Replace PROJECT with a BACKUP; without BACKUP, list the backups.

BACKUP is a number from that list, or a file. The replaced project file is kept beside the project.</source>
      <translation>Заменить PROJECT резервной копией BACKUP; без BACKUP — показать список копий.

BACKUP — номер из этого списка или файл. Заменённый файл проекта остаётся рядом.</translation>
    </message>
    <message>
      <source>Replace layers that are there and differ (it can be undone).</source>
      <translation>Заменить слои, которые уже есть и отличаются (это можно отменить).</translation>
    </message>
    <message>
      <source>Replace layers that differ (can be undone)</source>
      <translation>Заменять отличающиеся слои (можно отменить)</translation>
    </message>
    <message>
      <source>Replace the open proposals of this article by those of the chosen one; what you decided stays, and undo takes it back</source>
      <translation>Заменить открытые предложения этой статьи предложениями выбранного; ваши решения останутся, отмена вернёт всё назад</translation>
    </message>
    <message>
      <source>Replace {name} with the backup of {moment}?</source>
      <translation>Поставить копию от {moment} на место {name}?</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Отчёт</translation>
    </message>
    <message>
      <source>Report of {moment}, made by Citata.</source>
      <translation>Отчёт от {moment}, сделан в Citata.</translation>
    </message>
    <message>
      <source>Report…</source>
      <translation>Отчёт…</translation>
    </message>
    <message>
      <source>Resolve conflicts…</source>
      <translation>Разрешить противоречия…</translation>
    </message>
    <message>
      <source>Resolve every conflict this way at once.</source>
      <translation>Сразу решить все противоречия так.</translation>
    </message>
    <message>
      <source>Resolve them article by article, or accept many at once (Ctrl+Shift+A).</source>
      <translation>Решите о них в самих статьях или примите много сразу (Ctrl+Shift+A).</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Восстановить</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Восстановить копию</translation>
    </message>
    <message>
      <source>Restore this state</source>
      <translation>Восстановить это состояние</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>Восстановить…</translation>
    </message>
    <message>
      <source>Restoring a backup</source>
      <translation>Восстановление копии</translation>
    </message>
    <message>
      <source>Retold in a clause. Round edges.</source>
      <translation>Пересказ в части предложения. Круглые края.</translation>
    </message>
    <message>
      <source>Retold, with a part in quotation marks word for word.</source>
      <translation>Пересказ, часть которого дана в кавычках слово в слово.</translation>
    </message>
    <message>
      <source>Retold, with a part word for word. Half edges: square above, open below.</source>
      <translation>Пересказ, часть которого — слово в слово. Половинные края: сверху скобка, снизу открыто.</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Вернуть</translation>
    </message>
    <message>
      <source>Return it to {name}</source>
      <translation>Вернуть: {name}</translation>
    </message>
    <message>
      <source>Return the article</source>
      <translation>Вернуть статью</translation>
    </message>
    <message>
      <source>Return to now</source>
      <translation>Вернуться к настоящему</translation>
    </message>
    <message>
      <source>Return with a comment…</source>
      <translation>Вернуть с замечанием…</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>Возвращена</translation>
    </message>
    <message>
      <source>Returned by {author}: {text} ({corrected})</source>
      <translation>Вернул(а) {author}: {text} ({corrected})</translation>
    </message>
    <message>
      <source>Returned to {names}</source>
      <translation>Возвращена: {names}</translation>
    </message>
    <message>
      <source>Return…</source>
      <translation>Вернуть…</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>Проверена</translation>
    </message>
    <message>
      <source>Reviewed, next</source>
      <translation>Проверена, дальше</translation>
    </message>
    <message>
      <source>Reviewed, open the next one</source>
      <translation>Проверена, открыть следующую</translation>
    </message>
    <message>
      <source>Reviewers</source>
      <translation>Проверяющие</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Верно</translation>
    </message>
    <message>
      <source>Rows of the chart</source>
      <translation>Строки диаграммы</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Правило</translation>
    </message>
    <message>
      <source>Run it</source>
      <translation>Запустить</translation>
    </message>
    <message>
      <source>Run this command on your machine?</source>
      <translation>Запустить эту команду на вашем компьютере?</translation>
    </message>
    <message>
      <source>Runs of old edits become one edit each. All annotations stay as they are, and so does who made them; what goes is the way there: single old edits can no longer be looked at or undone.</source>
      <translation>Каждая цепочка старых правок станет одной правкой. Вся разметка и её авторство сохраняются, но отдельные старые правки уже нельзя будет посмотреть или отменить.</translation>
    </message>
    <message>
      <source>SYNOPSIS</source>
      <translation>ВЫЗОВ</translation>
    </message>
    <message>
      <source>Said by: not told</source>
      <translation>Говорящий не назван</translation>
    </message>
    <message>
      <source>Said by: {name}</source>
      <translation>Говорящий: {name}</translation>
    </message>
    <message>
      <source>Same form</source>
      <translation>Та же форма</translation>
    </message>
    <message>
      <source>Same speaker</source>
      <translation>Один говорящий</translation>
    </message>
    <message>
      <source>Same text as {id}</source>
      <translation>Тот же текст, что {id}</translation>
    </message>
    <message>
      <source>Same text twice</source>
      <translation>Тот же текст</translation>
    </message>
    <message>
      <source>Samples for the intervals.</source>
      <translation>Сколько выборок для интервалов.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Сохранить</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Сохранить копию</translation>
    </message>
    <message>
      <source>Save a copy there instead of among the backups.</source>
      <translation>Сохранить копию сюда, а не среди резервных.</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Сохранить копию…</translation>
    </message>
    <message>
      <source>Save all rows as a table</source>
      <translation>Сохранить все строки таблицей</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>Сохранить как</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Сохранить как…</translation>
    </message>
    <message>
      <source>Save elsewhere</source>
      <translation>Сохранить в другом месте</translation>
    </message>
    <message>
      <source>Save elsewhere…</source>
      <translation>Сохранить в другом месте…</translation>
    </message>
    <message>
      <source>Save figures and pictures as a page</source>
      <translation>Сохранить показатели и рисунки страницей</translation>
    </message>
    <message>
      <source>Save it as…</source>
      <translation>Сохранить как…</translation>
    </message>
    <message>
      <source>Save the backup as</source>
      <translation>Сохранить копию как</translation>
    </message>
    <message>
      <source>Save the chart</source>
      <translation>Сохранить диаграмму</translation>
    </message>
    <message>
      <source>Save the chart as PNG or SVG</source>
      <translation>Сохранить диаграмму как PNG или SVG</translation>
    </message>
    <message>
      <source>Save the chart…</source>
      <translation>Сохранить диаграмму…</translation>
    </message>
    <message>
      <source>Save the figures as a table</source>
      <translation>Сохранить показатели таблицей</translation>
    </message>
    <message>
      <source>Save the figures for other programs</source>
      <translation>Сохранить показатели для других программ</translation>
    </message>
    <message>
      <source>Save the rows as a table</source>
      <translation>Сохранить строки таблицей</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>Сохранено: {path}.</translation>
    </message>
    <message>
      <source>Saved web page</source>
      <translation>Сохранённая веб-страница</translation>
    </message>
    <message>
      <source>Saved web page with its frames (MHTML, webarchive)</source>
      <translation>Сохранённая страница с фреймами (MHTML, webarchive)</translation>
    </message>
    <message>
      <source>Saved: {counts}. {path}</source>
      <translation>Сохранено: {counts}. {path}</translation>
    </message>
    <message>
      <source>Saved: {counts}; {lost}. {path}</source>
      <translation>Сохранено: {counts}; {lost}. {path}</translation>
    </message>
    <message>
      <source>Saving a copy</source>
      <translation>Сохранение копии</translation>
    </message>
    <message>
      <source>Saving under another name</source>
      <translation>Сохранение под другим именем</translation>
    </message>
    <message>
      <source>Say of the quotations that they are direct, indirect or mixed</source>
      <translation>Назвать цитаты прямыми, косвенными или смешанными</translation>
    </message>
    <message>
      <source>Say that you are unsure</source>
      <translation>Отметить, что вы сомневаетесь</translation>
    </message>
    <message>
      <source>Say that you are unsure of it</source>
      <translation>Отметить, что вы в этом не уверены</translation>
    </message>
    <message>
      <source>Say what would be given, and change nothing.</source>
      <translation>Сказать, что было бы роздано, и ничего не менять.</translation>
    </message>
    <message>
      <source>Say what would come and clash, and change nothing.</source>
      <translation>Сказать, что добавилось бы и где противоречия, и ничего не менять.</translation>
    </message>
    <message>
      <source>Say which source of the register the actor is, or see it there</source>
      <translation>Указать, кто это в реестре, или показать его там</translation>
    </message>
    <message>
      <source>Says</source>
      <translation>Что говорит</translation>
    </message>
    <message>
      <source>Scheme</source>
      <translation>Схема разметки</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Оценка</translation>
    </message>
    <message>
      <source>Score from</source>
      <translation>Оценка от</translation>
    </message>
    <message>
      <source>Score learned here, {was} % → {now} %: {rule}</source>
      <translation>Оценка изменена выученным здесь, {was} % → {now} %: {rule}</translation>
    </message>
    <message>
      <source>Score learned here: {rule}</source>
      <translation>Оценка изменена выученным здесь: {rule}</translation>
    </message>
    <message>
      <source>Screen reader</source>
      <translation>Программа чтения с экрана</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Искать</translation>
    </message>
    <message>
      <source>Search all articles…</source>
      <translation>Поиск по всем статьям…</translation>
    </message>
    <message>
      <source>Search every article of the project</source>
      <translation>Искать во всех статьях проекта</translation>
    </message>
    <message>
      <source>Search over all articles</source>
      <translation>Поиск по всем статьям</translation>
    </message>
    <message>
      <source>Search this article</source>
      <translation>Искать в этой статье</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>Поиск</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Поиск…</translation>
    </message>
    <message>
      <source>Seconds for an article</source>
      <translation>Секунд на статью</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Рубрика</translation>
    </message>
    <message>
      <source>See the pages, then print them</source>
      <translation>Посмотреть страницы и напечатать</translation>
    </message>
    <message>
      <source>See where the selected source is heard</source>
      <translation>Посмотреть, где звучит выбранный источник</translation>
    </message>
    <message>
      <source>See where this layer differs from yours, and decide</source>
      <translation>Посмотреть, чем этот слой отличается от вашего, и решить</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Начальное число</translation>
    </message>
    <message>
      <source>Seed of the samples.</source>
      <translation>Начальное число для выборок.</translation>
    </message>
    <message>
      <source>Seed of the split.</source>
      <translation>Начальное число для разбиения.</translation>
    </message>
    <message>
      <source>Select a proposal that this project taught first.</source>
      <translation>Сначала выберите предложение, которому научил проект.</translation>
    </message>
    <message>
      <source>Select a quotation first.</source>
      <translation>Сначала выберите цитату.</translation>
    </message>
    <message>
      <source>Select a quotation or an entity first.</source>
      <translation>Сначала выберите цитату или сущность.</translation>
    </message>
    <message>
      <source>Select a quotation or some text first.</source>
      <translation>Сначала выберите цитату или выделите текст.</translation>
    </message>
    <message>
      <source>Select all text</source>
      <translation>Выделить весь текст</translation>
    </message>
    <message>
      <source>Select an article in the list first.</source>
      <translation>Сначала выберите статью в списке.</translation>
    </message>
    <message>
      <source>Select clause</source>
      <translation>Выделить часть предложения</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>Снять выделение</translation>
    </message>
    <message>
      <source>Select quoted words</source>
      <translation>Выделить текст в кавычках</translation>
    </message>
    <message>
      <source>Select sentence</source>
      <translation>Выделить предложение</translation>
    </message>
    <message>
      <source>Select some text first.</source>
      <translation>Сначала выделите текст.</translation>
    </message>
    <message>
      <source>Select the next of the items that lie over each other</source>
      <translation>Выбрать следующий из наложенных объектов</translation>
    </message>
    <message>
      <source>Select the word; three clicks the sentence, four the paragraph</source>
      <translation>Выделить слово; тройной щелчок: предложение, четверной: абзац</translation>
    </message>
    <message>
      <source>Select what stands around</source>
      <translation>Выбрать внешний объект</translation>
    </message>
    <message>
      <source>Select whole words; with Alt exactly</source>
      <translation>Выделить целые слова; с Alt точно</translation>
    </message>
    <message>
      <source>Selected quotation</source>
      <translation>Выбранная цитата</translation>
    </message>
    <message>
      <source>Selected words</source>
      <translation>Выделенные слова</translation>
    </message>
    <message numerus="yes">
      <source>Send %n article(s) to {host}?</source>
      <translation>
        <numerusform>Отправить %n статью на {host}?</numerusform>
        <numerusform>Отправить %n статьи на {host}?</numerusform>
        <numerusform>Отправить %n статей на {host}?</numerusform>
      </translation>
    </message>
    <message>
      <source>Send to {host}</source>
      <translation>Отправить на {host}</translation>
    </message>
    <message>
      <source>Sent are id, title, text and details of every article.</source>
      <translation>Отправляются идентификатор, заголовок, текст и сведения о каждой статье.</translation>
    </message>
    <message>
      <source>Sent are the text of every article and the guidelines of the project.</source>
      <translation>Отправляются текст каждой статьи и правила разметки проекта.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Сервер</translation>
    </message>
    <message>
      <source>Set cue</source>
      <translation>Задать слово-ввод</translation>
    </message>
    <message>
      <source>Set speaker mention</source>
      <translation>Задать упоминание говорящего</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Настройки</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Настройки…</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>Решено</translation>
    </message>
    <message>
      <source>Settled and proposals</source>
      <translation>Решённое и предложения</translation>
    </message>
    <message>
      <source>Settled by nobody: {items} in {articles}.</source>
      <translation>Никем не решено: {items}, {articles}.</translation>
    </message>
    <message>
      <source>Settled quotations and proposals; every figure says how many are which</source>
      <translation>Решённые цитаты и предложения; у каждого числа сказано, сколько каких</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Доля</translation>
    </message>
    <message>
      <source>Share of the articles given without proposals.</source>
      <translation>Доля статей, которые раздаются без предложений.</translation>
    </message>
    <message>
      <source>Share of the articles that several people get; 0.2 by default, 0 where too few are named with --to.</source>
      <translation>Доля статей, которые получают несколько человек; по умолчанию 0.2, а если в --to названо слишком мало людей — 0.</translation>
    </message>
    <message>
      <source>Share of voice</source>
      <translation>Доля голоса</translation>
    </message>
    <message>
      <source>Share the articles out among those named</source>
      <translation>Распределить статьи между названными</translation>
    </message>
    <message>
      <source>Share, all fields</source>
      <translation>Доля, все поля</translation>
    </message>
    <message>
      <source>Shipped</source>
      <translation>Сама программа</translation>
    </message>
    <message>
      <source>Shorten the log of PROJECT: runs of old edits become one each. A backup is made first.</source>
      <translation>Сжать журнал PROJECT: каждая цепочка старых правок становится одной правкой. Сначала делается резервная копия.</translation>
    </message>
    <message>
      <source>Should not be there</source>
      <translation>Не должно быть</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Показать</translation>
    </message>
    <message>
      <source>Show all ({number})</source>
      <translation>Показать все ({number})</translation>
    </message>
    <message>
      <source>Show all of it as a table, with a chart beside it</source>
      <translation>Показать всё таблицей, рядом диаграмма</translation>
    </message>
    <message>
      <source>Show counts and the beginning; write nothing.</source>
      <translation>Показать числа и начало; ничего не записывать.</translation>
    </message>
    <message>
      <source>Show how far everybody is in PROJECT, and what waits for review: the lowest agreement first.</source>
      <translation>Показать, кто сколько сделал в PROJECT и что ждёт проверки: сначала с наименьшим согласием.</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Показать</translation>
    </message>
    <message>
      <source>Show removed articles</source>
      <translation>Показать убранные статьи</translation>
    </message>
    <message>
      <source>Show source</source>
      <translation>Показать источник</translation>
    </message>
    <message>
      <source>Show the article as it is now</source>
      <translation>Показать статью такой, какая она сейчас</translation>
    </message>
    <message>
      <source>Show the article as it was</source>
      <translation>Показать статью, какой она была</translation>
    </message>
    <message>
      <source>Show the articles whose title, id or details have these words</source>
      <translation>Показать статьи, у которых эти слова есть в заглавии, идентификаторе или сведениях</translation>
    </message>
    <message>
      <source>Show the backups of the project</source>
      <translation>Показать резервные копии проекта</translation>
    </message>
    <message>
      <source>Show the file in its folder</source>
      <translation>Показать папку с файлом</translation>
    </message>
    <message>
      <source>Show the line again; Backspace in the text does it too</source>
      <translation>Показать строку снова; в тексте это делает и Backspace</translation>
    </message>
    <message>
      <source>Show the step before this one</source>
      <translation>Показать предыдущий шаг</translation>
    </message>
    <message>
      <source>Show the version and exit.</source>
      <translation>Показать версию и выйти.</translation>
    </message>
    <message>
      <source>Show the work of the annotators over time, and how far they agree.</source>
      <translation>Показать работу разметчиков по времени и их согласие.</translation>
    </message>
    <message>
      <source>Show their work</source>
      <translation>Показать их работу</translation>
    </message>
    <message>
      <source>Show them as a table</source>
      <translation>Показать их таблицей</translation>
    </message>
    <message>
      <source>Show these quotations</source>
      <translation>Показать эти цитаты</translation>
    </message>
    <message>
      <source>Show what became of every proposal of the pre-annotation in PROJECT, by rule and score.

Articles that were given without proposals are counted apart: their annotators did not see what was proposed.</source>
      <translation>Показать, что стало с каждым предложением предразметки в PROJECT, по правилам и оценкам.

Статьи, розданные без предложений, считаются отдельно: их разметчики не видели, что было предложено.</translation>
    </message>
    <message>
      <source>Show what taught this</source>
      <translation>Показать, откуда это выучено</translation>
    </message>
    <message>
      <source>Show what would come in; change nothing.</source>
      <translation>Показать, что было бы принято; ничего не менять.</translation>
    </message>
    <message>
      <source>Show where the words of QUERY stand in all articles of PROJECT, with what is before and after them.

A word is found in all its forms: мост; as written: =мосту; by its beginning: мост*. A phrase: "глава государства", "глава * государства", "глава ..3 государства". A pattern: /мост\w*/. Words may be joined by AND, OR, NOT and brackets.

Where: in:quotation, in:cue, in:mention, in:entity. Whose and which: speaker:Белов gender:feminine kind:person form:direct state:settled layer:auto cue:сообщить label:PER flag:… status:done source:ТАСС date:2026-05..2026-07 article:…. A minus before a filter turns it round. Without words every quotation that the filters let through.

A search index is kept beside the project (NAME.citata-search); it can be deleted at any time. docs/search.md tells the whole language.</source>
      <translation>Показать, где во всех статьях PROJECT стоят слова QUERY и что до и после них.

Слово находится во всех формах: мост; как написано: =мосту; по началу: мост*. Фраза: "глава государства", "глава * государства", "глава ..3 государства". Регулярное выражение: /мост\w*/. Слова соединяются через И, ИЛИ, НЕ (AND, OR, NOT) и скобки.

Где: в:цитате, в:вводе, в:упоминании, в:сущности. Чьё и какое: говорящий:Белов пол:женский вид:человек форма:прямая состояние:решено слой:auto ввод:сообщить метка:PER флаг:… статус:готова издание:ТАСС дата:2026-05..2026-07 статья:…. Минус перед фильтром обращает его. Без слов находятся все цитаты, которые пропускают фильтры.

Поисковый индекс хранится рядом с проектом (NAME.citata-search); его можно удалить в любой момент. Весь язык запросов описан в docs/search.md.</translation>
    </message>
    <message>
      <source>Show your own layer again</source>
      <translation>Снова показать ваш слой</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Показан</translation>
    </message>
    <message numerus="yes">
      <source>Shown: %n line(s); --limit 0 shows all.</source>
      <translation>
        <numerusform>Показана %n строка; --limit 0 покажет все.</numerusform>
        <numerusform>Показаны %n строки; --limit 0 покажет все.</numerusform>
        <numerusform>Показано %n строк; --limit 0 покажет все.</numerusform>
      </translation>
    </message>
    <message>
      <source>Show…</source>
      <translation>Показать…</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Размер</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Пропустить</translation>
    </message>
    <message>
      <source>Skip it</source>
      <translation>Пропустить</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Мельче</translation>
    </message>
    <message>
      <source>So it goes with every quotation. Press {key} when an article is finished: you are asked what becomes of the proposals that are still open; accept them.</source>
      <translation>Так — с каждой цитатой. Когда статья закончена, нажмите {key}: программа спросит, что делать с оставшимися предложениями; примите их.</translation>
    </message>
    <message>
      <source>Some letters of a command in any language; arrows choose, Enter runs it</source>
      <translation>Несколько букв команды на любом языке; стрелки выбирают, Enter выполняет</translation>
    </message>
    <message>
      <source>Some settings make no sense and are as at the first start: {names}.</source>
      <translation>Некоторые настройки не имеют смысла и взяты такими, как при первом запуске: {names}.</translation>
    </message>
    <message>
      <source>Somebody else has changed {file} while you were writing. Whose text is to stay?</source>
      <translation>Пока вы писали, файл {file} изменил кто-то другой. Чей текст оставить?</translation>
    </message>
    <message>
      <source>Somebody was in doubt.</source>
      <translation>Кто-то сомневался.</translation>
    </message>
    <message>
      <source>Somebody was unsure of it</source>
      <translation>Есть сомнение</translation>
    </message>
    <message>
      <source>Something must be annotated: tick quotations, entities, or both.</source>
      <translation>Что-то должно размечаться: отметьте цитаты, сущности или и то и другое.</translation>
    </message>
    <message>
      <source>Something went wrong that should not have. Your work is on disk: every change was written as you made it. Please send these details to the makers of Citata.</source>
      <translation>Произошло то, чего не должно было случиться. Ваша работа на диске: каждая правка записывается сразу. Пожалуйста, отправьте эти подробности создателям Citata.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Источник</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Источники реестра</translation>
    </message>
    <message>
      <source>Sources ({count})</source>
      <translation>Источники ({count})</translation>
    </message>
    <message>
      <source>Sources of one name that are not the same: they are proposed no more</source>
      <translation>У них лишь общее имя: больше не предлагать их как одного</translation>
    </message>
    <message>
      <source>Space ticks the selected lines; Shift and a click tick all between</source>
      <translation>Пробел отмечает выделенные строки; щелчок с Shift — все от прошлой отметки</translation>
    </message>
    <message>
      <source>Space ticks; the arrow to the right shows the articles</source>
      <translation>Пробел отмечает, стрелка вправо показывает статьи</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>Говорящий</translation>
    </message>
    <message>
      <source>Speaker mention</source>
      <translation>Упоминание говорящего</translation>
    </message>
    <message>
      <source>Speaker mention of</source>
      <translation>Упоминание говорящего</translation>
    </message>
    <message>
      <source>Speaker mention, share</source>
      <translation>Упоминание, доля</translation>
    </message>
    <message>
      <source>Speaker mention: equal</source>
      <translation>Упоминание: одно и то же</translation>
    </message>
    <message>
      <source>Speaker mention: touching, or neither has one</source>
      <translation>Упоминание: пересекаются, или его нет у обоих</translation>
    </message>
    <message>
      <source>Speaker mentions</source>
      <translation>Упоминания говорящих</translation>
    </message>
    <message>
      <source>Speaker not told</source>
      <translation>Говорящий не назван</translation>
    </message>
    <message>
      <source>Speaker not told.</source>
      <translation>Говорящий не назван.</translation>
    </message>
    <message>
      <source>Speaker of that number, and go on</source>
      <translation>Говорящий с этим номером и дальше</translation>
    </message>
    <message>
      <source>Speaker of that number, or label of that key</source>
      <translation>Говорящий с этим номером или метка с этой клавишей</translation>
    </message>
    <message>
      <source>Speaker, share</source>
      <translation>Говорящий, доля</translation>
    </message>
    <message>
      <source>Speaker: equal name</source>
      <translation>Говорящий: то же имя</translation>
    </message>
    <message>
      <source>Speaker: the same, up to a shorter name</source>
      <translation>Говорящий: тот же, с точностью до краткости имени</translation>
    </message>
    <message>
      <source>Speaker: the same, where A knows it</source>
      <translation>Говорящий: тот же, где A его знает</translation>
    </message>
    <message>
      <source>Speaker: whom the selected words name</source>
      <translation>Говорящий: кого называют выделенные слова</translation>
    </message>
    <message>
      <source>Speaker: {words}.</source>
      <translation>Говорящий: {words}.</translation>
    </message>
    <message>
      <source>Speakers</source>
      <translation>Говорящие</translation>
    </message>
    <message>
      <source>Speakers quoted together in at least so many articles:</source>
      <translation>Цитируются вместе по меньшей мере в стольких статьях:</translation>
    </message>
    <message>
      <source>Speaker’s name</source>
      <translation>Имя говорящего</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Разбиение</translation>
    </message>
    <message>
      <source>Split a source</source>
      <translation>Отделить источник</translation>
    </message>
    <message>
      <source>Split actor</source>
      <translation>Разделить источник</translation>
    </message>
    <message>
      <source>Split at caret</source>
      <translation>Разделить у курсора</translation>
    </message>
    <message>
      <source>Split by article</source>
      <translation>Разбить по статьям</translation>
    </message>
    <message>
      <source>Split off…</source>
      <translation>Отделить…</translation>
    </message>
    <message>
      <source>Standard input (-) can be read once, and is named twice.</source>
      <translation>Стандартный ввод (-) можно прочитать один раз, а он назван дважды.</translation>
    </message>
    <message>
      <source>Stands in</source>
      <translation>Внутри</translation>
    </message>
    <message>
      <source>Start again from the proposals</source>
      <translation>Начать заново с предложений</translation>
    </message>
    <message>
      <source>Start articles from these</source>
      <translation>Начинать статьи с этих</translation>
    </message>
    <message>
      <source>Start articles from this proposer's proposals from now on; auto: from ours.</source>
      <translation>Начинать отныне статьи с предложений этого предразметчика; auto — с наших.</translation>
    </message>
    <message>
      <source>Start empty</source>
      <translation>Начать с пустых</translation>
    </message>
    <message>
      <source>Start it anew for each article</source>
      <translation>Запускать заново для каждой статьи</translation>
    </message>
    <message>
      <source>Start with Citata’s guidelines</source>
      <translation>Начать с правил Citata</translation>
    </message>
    <message>
      <source>Start: one character in</source>
      <translation>Начало: на знак внутрь</translation>
    </message>
    <message>
      <source>Start: one character out</source>
      <translation>Начало: на знак наружу</translation>
    </message>
    <message>
      <source>Start: one word in</source>
      <translation>Начало: на слово внутрь</translation>
    </message>
    <message>
      <source>Start: one word out</source>
      <translation>Начало: на слово наружу</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Состояние</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Статус</translation>
    </message>
    <message>
      <source>Status of the article</source>
      <translation>Статус статьи</translation>
    </message>
    <message>
      <source>Status: done</source>
      <translation>Статус: готова</translation>
    </message>
    <message>
      <source>Status: in progress</source>
      <translation>Статус: в работе</translation>
    </message>
    <message>
      <source>Status: new</source>
      <translation>Статус: новая</translation>
    </message>
    <message>
      <source>Status: {status}</source>
      <translation>Статус: {status}</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Stop counting; what is shown stays</source>
      <translation>Прервать подсчёт; показанное останется</translation>
    </message>
    <message>
      <source>Stopped before the end; nothing was changed.</source>
      <translation>Остановлено до конца; ничего не изменено.</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Остановлено.</translation>
    </message>
    <message>
      <source>Stopped; nothing was changed.</source>
      <translation>Остановлено; ничего не изменено.</translation>
    </message>
    <message>
      <source>Stopped; nothing was stored.</source>
      <translation>Остановлено; ничего не сохранено.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Останавливается…</translation>
    </message>
    <message>
      <source>Strip beside the text</source>
      <translation>Полоса рядом с текстом</translation>
    </message>
    <message>
      <source>Sure</source>
      <translation>Надёжность</translation>
    </message>
    <message>
      <source>Switch an entry off, by its id from --show: it changes no proposal.</source>
      <translation>Выключить запись, по её имени из --show: она не меняет предложений.</translation>
    </message>
    <message>
      <source>Switch an entry on again.</source>
      <translation>Снова включить запись.</translation>
    </message>
    <message>
      <source>Switch learning on or off for this project; it is off at first.</source>
      <translation>Включить или выключить обучение в этом проекте; вначале оно выключено.</translation>
    </message>
    <message>
      <source>Switched off: {entry}</source>
      <translation>Выключено: {entry}</translation>
    </message>
    <message>
      <source>Switched on: {entry}</source>
      <translation>Включено: {entry}</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Табуляция</translation>
    </message>
    <message>
      <source>Tab follows the text.</source>
      <translation>Обход идёт по тексту.</translation>
    </message>
    <message>
      <source>Tab goes to what the program is least sure of first</source>
      <translation>Tab сначала ведёт туда, где программа уверена меньше всего</translation>
    </message>
    <message>
      <source>Tab stops at</source>
      <translation>Что обходить</translation>
    </message>
    <message>
      <source>Tab stops at entities only.</source>
      <translation>Обход идёт только по сущностям.</translation>
    </message>
    <message>
      <source>Tab stops at every proposal.</source>
      <translation>Обход идёт по всем предложениям.</translation>
    </message>
    <message>
      <source>Tab stops at everything again</source>
      <translation>Tab снова останавливается на всём</translation>
    </message>
    <message>
      <source>Tab stops at everything already.</source>
      <translation>Tab и так останавливается на всём.</translation>
    </message>
    <message>
      <source>Tab stops at quotations only.</source>
      <translation>Обход идёт только по цитатам.</translation>
    </message>
    <message>
      <source>Tab stops at: everything, quotations, entities</source>
      <translation>Обход: всё, цитаты, сущности</translation>
    </message>
    <message>
      <source>Tab-separated text</source>
      <translation>Текст с табуляциями</translation>
    </message>
    <message>
      <source>Tab: entities only</source>
      <translation>Tab: только сущности</translation>
    </message>
    <message>
      <source>Tab: next proposal · F1: manual</source>
      <translation>Tab: к следующему нерешённому · F1: руководство</translation>
    </message>
    <message>
      <source>Tab: next proposal · Q: select quoted words · L: clause · T: sentence · F1: manual</source>
      <translation>Tab: к следующему нерешённому · Q: выделить слова в кавычках · L: часть предложения · T: всё предложение · F1: руководство</translation>
    </message>
    <message>
      <source>Tab: quotations only</source>
      <translation>Tab: только цитаты</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Таблица</translation>
    </message>
    <message>
      <source>Table for spreadsheets</source>
      <translation>Таблица CSV</translation>
    </message>
    <message>
      <source>Table of articles (CSV, Excel, Parquet, JSON)</source>
      <translation>Таблица статей (CSV, Excel, Parquet, JSON)</translation>
    </message>
    <message>
      <source>Table: {title}</source>
      <translation>Таблица: {title}</translation>
    </message>
    <message>
      <source>Take</source>
      <translation>Взять</translation>
    </message>
    <message>
      <source>Take a proposer from the project; what it proposed stays.</source>
      <translation>Убрать предразметчик из проекта; его предложения останутся.</translation>
    </message>
    <message>
      <source>Take all texts of a folder into a project beside it</source>
      <translation>Взять все тексты папки в проект рядом с ней</translation>
    </message>
    <message>
      <source>Take all ticks away</source>
      <translation>Снять все отметки</translation>
    </message>
    <message>
      <source>Take apart</source>
      <translation>Разъединить</translation>
    </message>
    <message>
      <source>Take as a new version</source>
      <translation>Взять как новую версию</translation>
    </message>
    <message>
      <source>Take back the last switch, removal or import</source>
      <translation>Отменить последнее переключение, удаление или загрузку</translation>
    </message>
    <message>
      <source>Take back the last switch, removal or import.</source>
      <translation>Отменить последнее переключение, удаление или загрузку.</translation>
    </message>
    <message>
      <source>Take both versions</source>
      <translation>Взять оба варианта</translation>
    </message>
    <message>
      <source>Take everything from the copy OTHER that PROJECT lacks; same items changed on both sides are listed.</source>
      <translation>Взять из копии OTHER всё, чего нет в PROJECT; объекты, изменённые в обеих копиях, перечисляются.</translation>
    </message>
    <message>
      <source>Take everything in a folder that can be read</source>
      <translation>Взять из папки всё, что можно прочесть</translation>
    </message>
    <message>
      <source>Take in what the list says</source>
      <translation>Взять в проект то, что в списке</translation>
    </message>
    <message>
      <source>Take in what the other copy has; a backup is made first</source>
      <translation>Внести то, что есть в другой копии; сначала делается резервная копия</translation>
    </message>
    <message>
      <source>Take it out of the register; only a source that no actor is linked to</source>
      <translation>Убрать из реестра; можно убрать только того, с кем ничего не связано</translation>
    </message>
    <message>
      <source>Take it out of this desktop's menu again.</source>
      <translation>Убрать её из меню рабочего стола.</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>Взять себе</translation>
    </message>
    <message>
      <source>Take its keys from the chosen command</source>
      <translation>Оставить выбранную команду без клавиш</translation>
    </message>
    <message>
      <source>Take links away</source>
      <translation>Снять связи</translation>
    </message>
    <message>
      <source>Take over</source>
      <translation>Открыть для записи</translation>
    </message>
    <message numerus="yes">
      <source>Take over %n agreed item(s)</source>
      <translation>
        <numerusform>Взять %n согласованный объект</numerusform>
        <numerusform>Взять %n согласованных объекта</numerusform>
        <numerusform>Взять %n согласованных объектов</numerusform>
      </translation>
    </message>
    <message>
      <source>Take over for writing</source>
      <translation>Открыть для записи</translation>
    </message>
    <message>
      <source>Take over what all agree on</source>
      <translation>Взять то, в чём все согласны</translation>
    </message>
    <message>
      <source>Take selected text away</source>
      <translation>Убрать выделенный текст</translation>
    </message>
    <message>
      <source>Take texts, documents or JSONL into a project beside them</source>
      <translation>Взять тексты, документы или JSONL в проект рядом с ними</translation>
    </message>
    <message>
      <source>Take texts, documents or JSONL into this project</source>
      <translation>Взять в проект тексты, документы или JSONL</translation>
    </message>
    <message>
      <source>Take the chosen files off the list; nothing is deleted</source>
      <translation>Убрать выбранные файлы из списка; сами файлы остаются</translation>
    </message>
    <message>
      <source>Take the chosen proposer from the project; what it proposed stays</source>
      <translation>Убрать выбранный предразметчик из проекта; его предложения останутся</translation>
    </message>
    <message>
      <source>Take the decision back</source>
      <translation>Отменить решение</translation>
    </message>
    <message>
      <source>Take the guess over</source>
      <translation>Подтвердить догадку</translation>
    </message>
    <message>
      <source>Take the label away</source>
      <translation>Убрать метку</translation>
    </message>
    <message>
      <source>Take the last act back</source>
      <translation>Отменить последнее действие</translation>
    </message>
    <message>
      <source>Take the missing mark in</source>
      <translation>Включить недостающую кавычку</translation>
    </message>
    <message>
      <source>Take the rest as the first has it</source>
      <translation>Остальное взять у первого</translation>
    </message>
    <message>
      <source>Take the second away</source>
      <translation>Убрать второй</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>Взять чужой</translation>
    </message>
    <message>
      <source>Take this range away</source>
      <translation>Убрать этот отрезок</translation>
    </message>
    <message>
      <source>Take this version: key {key}</source>
      <translation>Взять этот вариант: клавиша {key}</translation>
    </message>
    <message>
      <source>Take what is marked; a number takes that version</source>
      <translation>Принять отмеченное; цифра принимает версию с этим номером</translation>
    </message>
    <message>
      <source>Take what most say</source>
      <translation>Взять мнение большинства</translation>
    </message>
    <message>
      <source>Take what most say, everywhere</source>
      <translation>Взять мнение большинства везде</translation>
    </message>
    <message>
      <source>Take whole words</source>
      <translation>Взять целые слова</translation>
    </message>
    <message>
      <source>Taken back: {act}</source>
      <translation>Отменено: {act}</translation>
    </message>
    <message>
      <source>Taken back: {what}</source>
      <translation>Отменено: {what}</translation>
    </message>
    <message>
      <source>Ten articles of our own to try whatever you like</source>
      <translation>Десять наших статей: пробуйте на них что угодно</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Текст</translation>
    </message>
    <message>
      <source>Text of the guidelines, in Markdown</source>
      <translation>Текст правил, в Markdown</translation>
    </message>
    <message>
      <source>Text of the manual</source>
      <translation>Текст руководства</translation>
    </message>
    <message>
      <source>Text of the project</source>
      <translation>Текст в проекте</translation>
    </message>
    <message>
      <source>Text of the record</source>
      <translation>Текст записи</translation>
    </message>
    <message>
      <source>Text: {number} characters</source>
      <translation>Текст: знаков {number}</translation>
    </message>
    <message>
      <source>Texts leave this machine</source>
      <translation>Тексты покидают этот компьютер</translation>
    </message>
    <message>
      <source>Texts that are nearly there</source>
      <translation>Тексты, почти совпадающие с имеющимися</translation>
    </message>
    <message>
      <source>Texts that are nearly there: keep both</source>
      <translation>Почти те же тексты: оставить оба</translation>
    </message>
    <message>
      <source>Texts that are nearly there: new versions</source>
      <translation>Почти те же тексты: новые версии</translation>
    </message>
    <message>
      <source>Texts that are nearly there: skip them</source>
      <translation>Почти те же тексты: пропустить</translation>
    </message>
    <message>
      <source>That did not work.</source>
      <translation>Не получилось.</translation>
    </message>
    <message>
      <source>That is it</source>
      <translation>Да, это он</translation>
    </message>
    <message>
      <source>That was the tour</source>
      <translation>Знакомство окончено</translation>
    </message>
    <message>
      <source>The HTML file to write.</source>
      <translation>Какой файл HTML записать.</translation>
    </message>
    <message>
      <source>The JSONL file to write; standard output by default.</source>
      <translation>Какой файл JSONL записать; по умолчанию — в стандартный вывод.</translation>
    </message>
    <message>
      <source>The actor in the register</source>
      <translation>Источник в реестре</translation>
    </message>
    <message>
      <source>The actor: name, kind, gender, note…</source>
      <translation>Источник: имя, вид, род, заметка…</translation>
    </message>
    <message>
      <source>The actors of the selected articles are linked to no source any more</source>
      <translation>В выбранных статьях он больше не будет связан с реестром</translation>
    </message>
    <message>
      <source>The address of the page</source>
      <translation>Адрес страницы</translation>
    </message>
    <message>
      <source>The annotation of this article was changed elsewhere. It was read again; repeat your last act.</source>
      <translation>Разметка этой статьи изменилась в другом месте. Она прочитана заново; повторите последнее действие.</translation>
    </message>
    <message>
      <source>The answer about {id} has another text than the article.</source>
      <translation>В ответе о {id} другой текст, чем в статье.</translation>
    </message>
    <message>
      <source>The answer about {id} has no lists of entities and quotations as the exchange format has them.</source>
      <translation>В ответе о {id} нет списков сущностей и цитат, как в формате обмена.</translation>
    </message>
    <message>
      <source>The answer has {count:,} items, and an article may have {limit:,}.</source>
      <translation>В ответе {count:,} единиц, а в статье их может быть {limit:,}.</translation>
    </message>
    <message>
      <source>The answer is about {found}, and the article is {id}.</source>
      <translation>Ответ о {found}, а статья — {id}.</translation>
    </message>
    <message>
      <source>The answer is longer than {limit:,} bytes and was not read.</source>
      <translation>Ответ длиннее {limit:,} байт и не прочитан.</translation>
    </message>
    <message>
      <source>The answer is not one JSON object. It begins: {begins}.</source>
      <translation>Ответ — не один объект JSON. Он начинается так: {begins}.</translation>
    </message>
    <message>
      <source>The answer is not what an OpenAI-compatible server gives. It begins: {begins}.</source>
      <translation>Сервер, совместимый с OpenAI, так не отвечает. Ответ начинается так: {begins}.</translation>
    </message>
    <message>
      <source>The article as a whole</source>
      <translation>Статья целиком</translation>
    </message>
    <message>
      <source>The article as it was at the end of any day can still be looked at.</source>
      <translation>Можно будет посмотреть, какой статья была в конце любого дня.</translation>
    </message>
    <message>
      <source>The article as it was on…</source>
      <translation>Статья, какой она была…</translation>
    </message>
    <message>
      <source>The article becomes what it was then, as one edit that undo takes back</source>
      <translation>Статья станет такой, как тогда, одной правкой, которую можно отменить</translation>
    </message>
    <message>
      <source>The article has no other actor.</source>
      <translation>В статье нет другого источника.</translation>
    </message>
    <message>
      <source>The article is again as it was then.</source>
      <translation>Статья снова такая, как тогда.</translation>
    </message>
    <message>
      <source>The article is done; what is open stays open</source>
      <translation>Статья готова; нерешённое остаётся нерешённым</translation>
    </message>
    <message>
      <source>The article is returned.</source>
      <translation>Статья возвращена.</translation>
    </message>
    <message>
      <source>The article is reviewed for everybody; open the next one</source>
      <translation>Статья проверена для всех; открыть следующую</translation>
    </message>
    <message>
      <source>The article of this line cannot be opened.</source>
      <translation>Статью этой строки нельзя открыть.</translation>
    </message>
    <message>
      <source>The article of this line is not in the project any more.</source>
      <translation>Статьи этой строки больше нет в проекте.</translation>
    </message>
    <message>
      <source>The article {id} could not be pre-annotated ({reason}). Please report its text as a fault.</source>
      <translation>Статью {id} не удалось разметить автоматически ({reason}). Пришлите, пожалуйста, её текст с сообщением об ошибке.</translation>
    </message>
    <message>
      <source>The article {id} is removed. It can be brought back from the list of removed articles.</source>
      <translation>Статья {id} убрана из проекта. Её можно вернуть из списка убранных статей.</translation>
    </message>
    <message>
      <source>The author’s words interrupt one quotation; it was taken for two. Press {key} to join it with the next.</source>
      <translation>Слова автора прерывают одну цитату, а она принята за две. Нажмите {key}, чтобы соединить её со следующей.</translation>
    </message>
    <message>
      <source>The backup is made.</source>
      <translation>Резервная копия сделана.</translation>
    </message>
    <message numerus="yes">
      <source>The buttons mean the %n ticked line(s).</source>
      <translation>
        <numerusform>Кнопки относятся к %n отмеченной строке.</numerusform>
        <numerusform>Кнопки относятся к %n отмеченным строкам.</numerusform>
        <numerusform>Кнопки относятся к %n отмеченным строкам.</numerusform>
      </translation>
    </message>
    <message>
      <source>The canonical name, in the nominative; the old one stays as another name</source>
      <translation>Полное имя в именительном падеже; прежнее останется другим именем</translation>
    </message>
    <message>
      <source>The clipboard</source>
      <translation>Буфер обмена</translation>
    </message>
    <message>
      <source>The columns that make the text, joined in their order</source>
      <translation>Столбцы, из которых по порядку складывается текст</translation>
    </message>
    <message>
      <source>The command ended with exit code {exit} and said last: {said}.</source>
      <translation>Команда завершилась с кодом {exit}. Последнее сообщение: {said}.</translation>
    </message>
    <message>
      <source>The command ended without an answer and said last: {said}.</source>
      <translation>Команда завершилась без ответа. Последнее сообщение: {said}.</translation>
    </message>
    <message>
      <source>The command was ended by signal {signal} and said last: {said}.</source>
      <translation>Команда завершена сигналом {signal}. Последнее сообщение: {said}.</translation>
    </message>
    <message>
      <source>The connection is not encrypted.</source>
      <translation>Соединение не зашифровано.</translation>
    </message>
    <message>
      <source>The connection to the scheduler {address} has broken off. What was done is kept.</source>
      <translation>Связь с планировщиком {address} прервалась. Сделанное сохранено.</translation>
    </message>
    <message>
      <source>The connection to {host} is not safe: {reason}. Nothing was sent.</source>
      <translation>Соединение с {host} небезопасно: {reason}. Ничего не отправлено.</translation>
    </message>
    <message>
      <source>The consent names {host}, but the proposer {name} is asked at {known}. Nothing was sent.</source>
      <translation>В согласии назван {host}, а предразметчик {name} находится по адресу {known}. Ничего не отправлено.</translation>
    </message>
    <message>
      <source>The copy cannot be merged.</source>
      <translation>Эту копию нельзя объединить.</translation>
    </message>
    <message>
      <source>The copy has nothing that is not here.</source>
      <translation>В копии нет ничего, чего нет здесь.</translation>
    </message>
    <message>
      <source>The copy is saved as {path}.</source>
      <translation>Копия сохранена: {path}.</translation>
    </message>
    <message>
      <source>The corpus</source>
      <translation>Корпус</translation>
    </message>
    <message>
      <source>The current one has a line around it.</source>
      <translation>Текущее совпадение обведено.</translation>
    </message>
    <message>
      <source>The damaged file is not changed.</source>
      <translation>Повреждённый файл не меняется.</translation>
    </message>
    <message>
      <source>The dashed quotation is a proposal. Its words, its cue and its speaker are right: press {key}.</source>
      <translation>Цитата с пунктиром — предложение программы. Слова, слово-ввод и говорящий верны: нажмите {key}.</translation>
    </message>
    <message>
      <source>The database is whole, and its rows point to what is there.</source>
      <translation>База данных цела, и её строки указывают на то, что есть.</translation>
    </message>
    <message>
      <source>The day of publication: 2026-01-31 or 31.01.2026</source>
      <translation>День публикации: 2026-01-31 или 31.01.2026</translation>
    </message>
    <message>
      <source>The digit is the key that makes it the speaker.</source>
      <translation>Цифра — клавиша, которая делает его говорящим.</translation>
    </message>
    <message>
      <source>The disk reported a fault at {path} ({reason}). The last change was not kept; try again, or save a copy elsewhere.</source>
      <translation>Диск сообщил о сбое при работе с {path} ({reason}). Последняя правка не сохранена; попробуйте снова или сохраните копию в другом месте.</translation>
    </message>
    <message>
      <source>The distance between lines, 1 being the closest</source>
      <translation>Расстояние между строками; 1 — самое тесное</translation>
    </message>
    <message>
      <source>The edges are as the project wants them.</source>
      <translation>Края уже такие, как принято в проекте.</translation>
    </message>
    <message>
      <source>The end of every day, and every change of status</source>
      <translation>Конец каждого дня и каждая смена статуса</translation>
    </message>
    <message>
      <source>The entities of the article, in its order</source>
      <translation>Сущности статьи по порядку</translation>
    </message>
    <message>
      <source>The entry is never used again, whatever is settled</source>
      <translation>Запись больше не используется, что бы ни решалось дальше</translation>
    </message>
    <message>
      <source>The environment names the proxy {through} for {host}, and only HTTP proxies are known here.</source>
      <translation>В окружении для {host} назван прокси {through}, а здесь известны только прокси HTTP.</translation>
    </message>
    <message>
      <source>The environment variable that holds the server’s key; the key itself is never stored</source>
      <translation>Переменная окружения с ключом сервера; сам ключ не сохраняется</translation>
    </message>
    <message>
      <source>The export was stopped; {path} was not written.</source>
      <translation>Экспорт остановлен, {path} не записан.</translation>
    </message>
    <message>
      <source>The expression {pattern} is not valid: {reason}.</source>
      <translation>Выражение {pattern} неверно: {reason}.</translation>
    </message>
    <message>
      <source>The expression {pattern} stands for {count} characters or more; at most {most} can be sought.</source>
      <translation>Выражение {pattern} означает не меньше {count} символов подряд; искать можно не больше {most}.</translation>
    </message>
    <message>
      <source>The expression {pattern} took more than {seconds} seconds on this article. Make it simpler.</source>
      <translation>Выражение {pattern} искалось в этой статье дольше {seconds} с. Сделайте его проще.</translation>
    </message>
    <message>
      <source>The file as it was is kept as {path}.</source>
      <translation>Прежний файл настроек сохранён как {path}.</translation>
    </message>
    <message>
      <source>The file or folder to write; - is standard output.</source>
      <translation>Какой файл или какую папку записать; - значит стандартный вывод.</translation>
    </message>
    <message>
      <source>The files need a project, and it cannot be beside them. Where shall it be?</source>
      <translation>Файлам нужен проект, а рядом с ними его сделать нельзя. Где его сделать?</translation>
    </message>
    <message>
      <source>The files' format; seen from them by default.</source>
      <translation>Формат файлов; по умолчанию узнаётся по ним самим.</translation>
    </message>
    <message>
      <source>The first date is after the last one.</source>
      <translation>Первая дата позже последней.</translation>
    </message>
    <message>
      <source>The first in all</source>
      <translation>Первый всего</translation>
    </message>
    <message>
      <source>The first {shown} of {all}; copy or save to have them all.</source>
      <translation>Первые {shown} из {all}; все — в копии или в файле.</translation>
    </message>
    <message>
      <source>The format could not hold</source>
      <translation>Формат не вместил</translation>
    </message>
    <message numerus="yes">
      <source>The format could not hold %n thing(s).</source>
      <translation>
        <numerusform>Формат не вместил %n сведение.</numerusform>
        <numerusform>Формат не вместил %n сведения.</numerusform>
        <numerusform>Формат не вместил %n сведений.</numerusform>
      </translation>
    </message>
    <message>
      <source>The format of the file; what it cannot hold is counted on the right</source>
      <translation>Формат файла; справа сосчитано, чего он не вмещает</translation>
    </message>
    <message>
      <source>The fullest name in the article, in the nominative; the old one stays as another name</source>
      <translation>Самое полное имя в статье, в именительном падеже; прежнее останется среди других имён</translation>
    </message>
    <message>
      <source>The gamma measure needs pygamma-agreement, which this Citata came without. Where pip installed it: pip install 'citata[gamma]'.</source>
      <translation>Для меры гамма нужен pygamma-agreement, которого в этой Citata нет. Если её поставил pip: pip install 'citata[gamma]'.</translation>
    </message>
    <message>
      <source>The guidelines do not say</source>
      <translation>В инструкции этого нет</translation>
    </message>
    <message>
      <source>The guidelines of the project, at the section of this label</source>
      <translation>Правила разметки проекта, на разделе этой метки</translation>
    </message>
    <message>
      <source>The history of article {id} in {path} does not fit together ({reason}). Try: citata verify {path}.</source>
      <translation>История статьи {id} в {path} не сходится ({reason}). Попробуйте: citata verify {path}.</translation>
    </message>
    <message>
      <source>The key {key} of {label} has a command already.</source>
      <translation>Клавиша {key} метки {label} уже занята командой.</translation>
    </message>
    <message>
      <source>The label of this row is no longer offered</source>
      <translation>Метка этой строки больше не будет предлагаться</translation>
    </message>
    <message>
      <source>The label that the occurrences get</source>
      <translation>Метка, которую получат вхождения</translation>
    </message>
    <message>
      <source>The label {id}</source>
      <translation>Метка {id}</translation>
    </message>
    <message>
      <source>The labels are changed.</source>
      <translation>Метки изменены.</translation>
    </message>
    <message>
      <source>The labels in {source} do not hold: {reason}. Nothing has changed.</source>
      <translation>Метки в {source} не годятся: {reason}. Ничего не изменено.</translation>
    </message>
    <message>
      <source>The language models are not in {folder}. Install Citata anew: pip install --force-reinstall citata; in a checkout: make setup.</source>
      <translation>Языковых моделей нет в {folder}. Установите Citata заново: pip install --force-reinstall citata; в рабочей копии: make setup.</translation>
    </message>
    <message>
      <source>The language of the window</source>
      <translation>Язык окна</translation>
    </message>
    <message>
      <source>The language of the window; it can be changed in the View menu</source>
      <translation>Язык окна; его можно сменить в меню «Вид»</translation>
    </message>
    <message>
      <source>The last edit in {path} was made at {last}, which this computer's clock has not reached yet. Set the clock; the order of the edits is kept in any case.</source>
      <translation>Последняя правка в {path} сделана {last}, до этого времени часы компьютера ещё не дошли. Поправьте часы; порядок правок в любом случае сохраняется.</translation>
    </message>
    <message>
      <source>The last state alone</source>
      <translation>Только последнее состояние</translation>
    </message>
    <message>
      <source>The layer that counts</source>
      <translation>Главный слой статьи</translation>
    </message>
    <message>
      <source>The layers of others are not to be seen here until the reviewer allows it.</source>
      <translation>Чужие слои здесь не видны, пока не разрешит проверяющий.</translation>
    </message>
    <message>
      <source>The least sure come first.</source>
      <translation>Сначала самые сомнительные.</translation>
    </message>
    <message>
      <source>The least sure first</source>
      <translation>Сначала самые сомнительные</translation>
    </message>
    <message>
      <source>The least sure of the proposals: {score} %</source>
      <translation>Наименьшая уверенность среди предложений: {score} %</translation>
    </message>
    <message>
      <source>The least sure proposals first</source>
      <translation>Сначала самые сомнительные</translation>
    </message>
    <message>
      <source>The log gives exactly what the layers hold.</source>
      <translation>Журнал даёт в точности то, что есть в слоях.</translation>
    </message>
    <message>
      <source>The log is compacted: {edits}; the file: {sizes}.</source>
      <translation>Журнал сжат: {edits}; файл: {sizes}.</translation>
    </message>
    <message>
      <source>The measures, with their intervals</source>
      <translation>Показатели и их интервалы</translation>
    </message>
    <message>
      <source>The model as the server calls it</source>
      <translation>Модель, как её называет сервер</translation>
    </message>
    <message>
      <source>The most frequent cues</source>
      <translation>Самые частые слова ввода</translation>
    </message>
    <message>
      <source>The name of the article in files; every article has its own</source>
      <translation>Имя статьи в файлах, у каждой своё</translation>
    </message>
    <message>
      <source>The name that the log gets.</source>
      <translation>Имя, которое идёт в журнал.</translation>
    </message>
    <message>
      <source>The new file is sound, but something may be missing.</source>
      <translation>Новый файл исправен, но чего-то в нём может не хватать.</translation>
    </message>
    <message>
      <source>The new file is sound.</source>
      <translation>Новый файл в порядке.</translation>
    </message>
    <message>
      <source>The new file is the backup of {moment}.</source>
      <translation>Новый файл — резервная копия от {moment}.</translation>
    </message>
    <message>
      <source>The newspaper or site</source>
      <translation>Газета или сайт</translation>
    </message>
    <message>
      <source>The other text is kept as {file}.</source>
      <translation>Второй текст сохранён в файле {file}.</translation>
    </message>
    <message>
      <source>The other text is kept in a file beside</source>
      <translation>Второй текст сохранится рядом отдельным файлом</translation>
    </message>
    <message>
      <source>The others are too many for the clipboard: export them.</source>
      <translation>Остальных слишком много для буфера обмена: экспортируйте их.</translation>
    </message>
    <message>
      <source>The pattern /{pattern}/ matches more than {most:,} times. Make it narrower.</source>
      <translation>Выражение /{pattern}/ находится больше {most:,} раз. Сделайте его строже.</translation>
    </message>
    <message>
      <source>The pattern /{pattern}/ was looked for in all texts for {seconds} seconds without coming to an end. Add a word or a filter, so that fewer texts are read.</source>
      <translation>Выражение /{pattern}/ искали во всех текстах {seconds} с и не дошли до конца. Добавьте слово или фильтр, чтобы читать меньше текстов.</translation>
    </message>
    <message>
      <source>The present project file is kept beside the project when a backup is restored.</source>
      <translation>При восстановлении копии то, что сейчас на месте проекта, сохраняется рядом.</translation>
    </message>
    <message>
      <source>The program and its arguments, run without a shell in the project’s folder; words with blanks stand in quotation marks</source>
      <translation>Программа и её аргументы; запускается без оболочки в папке проекта; слова с пробелами берутся в кавычки</translation>
    </message>
    <message>
      <source>The program guessed it and nobody has settled it: paler, with a dashed line.</source>
      <translation>Это догадка программы, никто её не решил: бледнее, с пунктиром.</translation>
    </message>
    <message>
      <source>The program proposes quotations and entities in new texts</source>
      <translation>Программа предлагает цитаты и сущности в новых текстах</translation>
    </message>
    <message>
      <source>The project already has the article {id}, with the same text.</source>
      <translation>Статья {id} с тем же текстом уже есть в проекте.</translation>
    </message>
    <message>
      <source>The project has changed since; F5 counts anew.</source>
      <translation>С тех пор проект изменился; F5 — пересчитать.</translation>
    </message>
    <message>
      <source>The project has changed: the last changes are being taken in.</source>
      <translation>Проект изменился: последние изменения попадают в индекс.</translation>
    </message>
    <message>
      <source>The project has no article {id}.</source>
      <translation>В проекте нет статьи {id}.</translation>
    </message>
    <message>
      <source>The project has no guidelines yet. This text could be a start, in {file}:</source>
      <translation>У проекта ещё нет правил разметки. Начать можно с этого текста, в файле {file}:</translation>
    </message>
    <message>
      <source>The project has the article {id} with another text. The texts were left as they are.</source>
      <translation>Статья {id} есть в проекте с другим текстом. Тексты оставлены как были.</translation>
    </message>
    <message>
      <source>The project has this text already, as {id}.</source>
      <translation>Этот текст уже есть в проекте: {id}.</translation>
    </message>
    <message>
      <source>The project in a few figures; a click on one shows its quotations</source>
      <translation>Проект в нескольких числах; щелчок по числу показывает его цитаты</translation>
    </message>
    <message>
      <source>The project is as it was on {moment}.</source>
      <translation>Проект такой, каким был {moment}.</translation>
    </message>
    <message>
      <source>The project is no longer open with {user} on {machine}. You can write in it now.</source>
      <translation>Проект больше не открыт у {user} на {machine}. Теперь в нём можно работать.</translation>
    </message>
    <message>
      <source>The project is open for reading only; Project → Take over for writing.</source>
      <translation>Проект открыт только для чтения; «Проект → Открыть для записи».</translation>
    </message>
    <message>
      <source>The project is open for writing already.</source>
      <translation>Проект уже открыт для записи.</translation>
    </message>
    <message>
      <source>The project is sound.</source>
      <translation>Проект в порядке.</translation>
    </message>
    <message>
      <source>The project names it as the proposer {name}. It runs with your rights and may do all that you may. Allow it only if you know what it does.</source>
      <translation>В проекте она названа предразметчиком {name}. Она работает с вашими правами и может всё, что можете вы. Разрешайте, только если знаете, что она делает.</translation>
    </message>
    <message>
      <source>The project names no other proposers.</source>
      <translation>Других предразметчиков в проекте нет.</translation>
    </message>
    <message>
      <source>The project names no proposer {name}. There are: {known}.</source>
      <translation>В проекте нет предразметчика {name}. Есть: {known}.</translation>
    </message>
    <message>
      <source>The project opens under this name for you</source>
      <translation>Проект будет открываться под этим именем</translation>
    </message>
    <message>
      <source>The proposals have no score, so nothing is known of how many are right.</source>
      <translation>У предложений нет оценок, поэтому неизвестно, сколько из них верны.</translation>
    </message>
    <message>
      <source>The proposer {name} cannot be asked: {reason}.</source>
      <translation>Предразметчик {name} спросить нельзя: {reason}.</translation>
    </message>
    <message>
      <source>The proposer {name} is on another machine: {host}, by the proxy {through}. Texts of {path} go there only with your consent, which names the host: --consent {host}.</source>
      <translation>Предразметчик {name} на другом компьютере: {host}, через прокси {through}. Тексты {path} уходят туда только с вашего согласия, где назван узел: --consent {host}.</translation>
    </message>
    <message>
      <source>The proposer {name} is on another machine: {host}. Texts of {path} go there only with your consent, which names the host: --consent {host}.</source>
      <translation>Предразметчик {name} на другом компьютере: {host}. Тексты {path} уходят туда только с вашего согласия, где назван узел: --consent {host}.</translation>
    </message>
    <message>
      <source>The proposer {name} needs the key in the environment variable {variable}, which is empty or no key. Set it and try again; it is never stored.</source>
      <translation>Предразметчику {name} нужен ключ в переменной окружения {variable}, а она пуста или в ней не ключ. Задайте её и повторите; ключ не сохраняется.</translation>
    </message>
    <message>
      <source>The query has no words that must be there. Add one, or in:quotation to look at quotations.</source>
      <translation>В запросе нет слов, которые должны быть в тексте. Добавьте слово или в:цитате, чтобы смотреть цитаты.</translation>
    </message>
    <message>
      <source>The quotation marks do not pair up</source>
      <translation>Кавычки не парные</translation>
    </message>
    <message>
      <source>The quotation of this step is gone: take that back, or skip the step.</source>
      <translation>Цитаты для этого шага больше нет: отмените последнее действие или пропустите шаг.</translation>
    </message>
    <message>
      <source>The quotations of all articles, as a list</source>
      <translation>Цитаты всех статей списком</translation>
    </message>
    <message>
      <source>The quotations of the article, in its order</source>
      <translation>Цитаты статьи по порядку</translation>
    </message>
    <message>
      <source>The register is empty.</source>
      <translation>Реестр пуст.</translation>
    </message>
    <message>
      <source>The same note on all of them; it takes the place of the one they have</source>
      <translation>Одна заметка на всех; она заменит ту, что у них есть</translation>
    </message>
    <message>
      <source>The same seed draws the same articles again.</source>
      <translation>То же начальное число снова выберет те же статьи.</translation>
    </message>
    <message>
      <source>The same seed gives the same plan.</source>
      <translation>То же число даёт тот же план.</translation>
    </message>
    <message>
      <source>The same span is marked the same way twice</source>
      <translation>Одно и то же место размечено дважды</translation>
    </message>
    <message>
      <source>The sample project stands in {path}. Try whatever you like.</source>
      <translation>Пример лежит в {path}. Пробуйте что угодно.</translation>
    </message>
    <message>
      <source>The scheduler {address} cannot be reached ({reason}). Nothing was annotated. Start it there with: dask scheduler, and see that this machine may reach its port.</source>
      <translation>Планировщик {address} недоступен ({reason}). Ничего не размечено. Запустите его там командой dask scheduler и проверьте, что его порт доступен с этой машины.</translation>
    </message>
    <message>
      <source>The search index is made: {path}</source>
      <translation>Поисковый индекс построен: {path}</translation>
    </message>
    <message>
      <source>The search index {path} was made anew and still cannot be read ({reason}). Check the disk; the project itself is as it was.</source>
      <translation>Поисковый индекс {path} построен заново, но прочесть его всё равно нельзя ({reason}). Проверьте диск; сам проект остался как был.</translation>
    </message>
    <message>
      <source>The search index {path} was not believed ({reason}) and is made anew. The project itself is as it was.</source>
      <translation>Поисковому индексу {path} нельзя верить ({reason}), он построен заново. Сам проект остался как был.</translation>
    </message>
    <message>
      <source>The search took more than {seconds} seconds and was ended.</source>
      <translation>Поиск длился больше {seconds} с и был прекращён.</translation>
    </message>
    <message>
      <source>The second in all</source>
      <translation>Второй всего</translation>
    </message>
    <message>
      <source>The selected articles mean somebody else of that name: make a source of them</source>
      <translation>В выбранных статьях речь о другом с таким же именем: завести для него отдельную запись</translation>
    </message>
    <message>
      <source>The selected source stands for itself again, with the links it had</source>
      <translation>Выбранный источник снова сам по себе, со своими связями</translation>
    </message>
    <message>
      <source>The server read {tokens} tokens of {characters} characters: its context is too small, and it cut the text. Give the model more context, or shorten guidelines and parts.</source>
      <translation>Сервер прочитал {tokens} токенов из {characters} знаков: контекст мал, и текст обрезан. Увеличьте контекст модели или сократите правила и части.</translation>
    </message>
    <message>
      <source>The settings could not be read ({reason}): everything is as at the first start.</source>
      <translation>Настройки не удалось прочитать ({reason}): всё как при первом запуске.</translation>
    </message>
    <message>
      <source>The share of articles that come without the program’s proposals</source>
      <translation>Доля статей без предложений программы</translation>
    </message>
    <message>
      <source>The share of articles that two people get, to measure agreement</source>
      <translation>Доля статей, которые получат двое, чтобы измерить согласие</translation>
    </message>
    <message>
      <source>The share of these proposals that is expected to be right</source>
      <translation>Какая доля этих предложений, как ожидается, верна</translation>
    </message>
    <message>
      <source>The shares add up to {total} %, not to 100 %.</source>
      <translation>Доли дают в сумме {total} %, а не 100 %.</translation>
    </message>
    <message>
      <source>The size of the letters of the article’s text</source>
      <translation>Размер букв в тексте статьи</translation>
    </message>
    <message>
      <source>The speaker mention is far from the quotation</source>
      <translation>Упоминание говорящего далеко от цитаты</translation>
    </message>
    <message>
      <source>The speaker mention resolves to nobody</source>
      <translation>Упоминание говорящего ни к кому не отнесено</translation>
    </message>
    <message>
      <source>The text as it comes in</source>
      <translation>Текст, каким он попадёт в проект</translation>
    </message>
    <message>
      <source>The text of article {article} is not the same for {first} and {second}: at character {at} it is “{first_text}” for the one and “{second_text}” for the other. Compare layers of the same text.</source>
      <translation>Текст статьи {article} у {first} и {second} не один и тот же: на знаке {at} у одного «{first_text}», у другого «{second_text}». Сравнивайте слои одного текста.</translation>
    </message>
    <message>
      <source>The text of article {id} does not match its digest, so it was not taken in.</source>
      <translation>Текст статьи {id} не совпадает со своим отпечатком, поэтому она не принята.</translation>
    </message>
    <message>
      <source>The text of article {id} in {path} is not what its digest says; the file is damaged. Try: citata verify {path} --repair NEW.citata, or: citata restore {path}.</source>
      <translation>Текст статьи {id} в {path} не совпадает со своим отпечатком; файл повреждён. Попробуйте: citata verify {path} --repair NEW.citata, или: citata restore {path}.</translation>
    </message>
    <message>
      <source>The time between edits; longer pauses are breaks</source>
      <translation>Время между правками; более долгие паузы — перерывы</translation>
    </message>
    <message>
      <source>The title of the article</source>
      <translation>Заглавие статьи</translation>
    </message>
    <message>
      <source>The two have no article and no edit in common. What stands in the other one would come in beside what is here. Merge it all the same?</source>
      <translation>В них нет ни одной общей статьи и ни одной общей правки. Содержимое другого проекта добавится к тому, что есть здесь. Всё равно объединить?</translation>
    </message>
    <message>
      <source>The typeface of the article’s text</source>
      <translation>Шрифт текста статьи</translation>
    </message>
    <message>
      <source>The words as they were said: in quotation marks, in a line of dialogue, or after a colon.</source>
      <translation>Слова так, как их сказали: в кавычках, в реплике диалога или после двоеточия.</translation>
    </message>
    <message>
      <source>The words that name the source. A bracket below.</source>
      <translation>Слова, которые называют говорящего. Скобка снизу.</translation>
    </message>
    <message>
      <source>The words that signal the attribution. A double line.</source>
      <translation>Слова, которые вводят чужую речь. Двойная линия.</translation>
    </message>
    <message>
      <source>The words to be found</source>
      <translation>Слова, которые искать</translation>
    </message>
    <message>
      <source>Their articles: unsure</source>
      <translation>Их статьи: сомнительно</translation>
    </message>
    <message>
      <source>Theirs</source>
      <translation>Чужое</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Оформление</translation>
    </message>
    <message>
      <source>Then press the key that the chosen command should have</source>
      <translation>Затем нажмите клавишу для выбранной команды</translation>
    </message>
    <message>
      <source>There already</source>
      <translation>Уже есть</translation>
    </message>
    <message>
      <source>There are no backups of {path}.</source>
      <translation>Резервных копий {path} нет.</translation>
    </message>
    <message>
      <source>There are no backups yet.</source>
      <translation>Резервных копий пока нет.</translation>
    </message>
    <message>
      <source>There are no proposals of {name} for this article.</source>
      <translation>Для этой статьи нет предложений: {name}.</translation>
    </message>
    <message>
      <source>There are no quotation marks around this.</source>
      <translation>Вокруг этого места нет кавычек.</translation>
    </message>
    <message>
      <source>There are no quotations to count: pre-annotate the articles, or annotate them.</source>
      <translation>Цитат для подсчёта нет: разметьте статьи предварительно или сами.</translation>
    </message>
    <message>
      <source>There is an article of this id already.</source>
      <translation>Статья с таким идентификатором уже есть.</translation>
    </message>
    <message>
      <source>There is no backup number {number} of {path}; there are {count}. Without a number, citata restore lists them.</source>
      <translation>Резервной копии {path} с номером {number} нет; всего их {count}. Без номера citata restore покажет их список.</translation>
    </message>
    <message>
      <source>There is no command {command}. Install it, or write its whole path.</source>
      <translation>Команды {command} нет. Установите её или напишите полный путь.</translation>
    </message>
    <message>
      <source>There is no comment {id} to answer.</source>
      <translation>Нет замечания {id}, на которое можно было бы ответить.</translation>
    </message>
    <message>
      <source>There is no correction of your work here.</source>
      <translation>Исправлений вашей разметки здесь нет.</translation>
    </message>
    <message>
      <source>There is no difference here.</source>
      <translation>Расхождений здесь нет.</translation>
    </message>
    <message>
      <source>There is no file {path}. Check the name, or whether the disk it is on is there.</source>
      <translation>Файла {path} нет. Проверьте имя и то, подключён ли диск.</translation>
    </message>
    <message>
      <source>There is no folder {path}.</source>
      <translation>Папки {path} нет.</translation>
    </message>
    <message>
      <source>There is no item here yet.</source>
      <translation>Здесь пока ничего не размечено.</translation>
    </message>
    <message>
      <source>There is no machine {host}. Correct the address.</source>
      <translation>Компьютера {host} нет. Исправьте адрес.</translation>
    </message>
    <message>
      <source>There is no majority here.</source>
      <translation>Большинства здесь нет.</translation>
    </message>
    <message>
      <source>There is no open conflict {id} any more: somebody has resolved it.</source>
      <translation>Неразрешённого противоречия {id} больше нет: кто-то его уже разрешил.</translation>
    </message>
    <message>
      <source>There is no room left on the disk of {path}. The last change was not kept; everything before it was. Make room and try again, or save a copy elsewhere.</source>
      <translation>На диске с {path} не осталось места. Последняя правка не сохранена, всё до неё сохранено. Освободите место и попробуйте снова или сохраните копию в другом месте.</translation>
    </message>
    <message>
      <source>There is no text on the clipboard.</source>
      <translation>В буфере обмена нет текста.</translation>
    </message>
    <message>
      <source>There is nothing to do again.</source>
      <translation>Повторять нечего.</translation>
    </message>
    <message>
      <source>There is nothing to draw: no quotations are counted.</source>
      <translation>Рисовать нечего: цитат для подсчёта нет.</translation>
    </message>
    <message>
      <source>There is nothing to import in it.</source>
      <translation>Импортировать оттуда нечего.</translation>
    </message>
    <message>
      <source>There is nothing to look for. Type a word, a phrase in quotation marks, or a filter (мост speaker:Белов).</source>
      <translation>Искать нечего. Введите слово, фразу в кавычках или фильтр (мост говорящий:Белов).</translation>
    </message>
    <message>
      <source>There is nothing to take back.</source>
      <translation>Отменять нечего.</translation>
    </message>
    <message>
      <source>These are {count:,} lines, and no more than {most:,} are sorted: they stand in the order of the articles. Narrow the search to sort them.</source>
      <translation>Строк {count:,}, а сортируется не больше {most:,}: они стоят в порядке статей. Чтобы сортировать, сузьте поиск.</translation>
    </message>
    <message>
      <source>These proposals lie over this article already.</source>
      <translation>Эти предложения уже лежат поверх статьи.</translation>
    </message>
    <message>
      <source>These were left out or changed; everything else is in the project.</source>
      <translation>Это не вошло или было изменено; всё остальное — в проекте.</translation>
    </message>
    <message>
      <source>These words name nobody.</source>
      <translation>Эти слова никого не называют.</translation>
    </message>
    <message>
      <source>They are several</source>
      <translation>Это разные</translation>
    </message>
    <message>
      <source>They begin with the bare text</source>
      <translation>Работа начинается с чистого текста</translation>
    </message>
    <message>
      <source>They cannot be brought back afterwards, but from a backup</source>
      <translation>Потом их можно вернуть только из резервной копии</translation>
    </message>
    <message>
      <source>They get a section for every label of the project</source>
      <translation>К ним добавится раздел для каждой метки проекта</translation>
    </message>
    <message>
      <source>They go by the proxy {through}, which the system names.</source>
      <translation>Они идут через прокси {through}, который назван в системе.</translation>
    </message>
    <message>
      <source>They have that status already.</source>
      <translation>У них уже такой статус.</translation>
    </message>
    <message>
      <source>They have these articles already.</source>
      <translation>Эти статьи у них уже есть.</translation>
    </message>
    <message>
      <source>They read it beside their article</source>
      <translation>Его увидят рядом со статьёй</translation>
    </message>
    <message>
      <source>This article has no address of a page; it can be added under Title and details.</source>
      <translation>У этой статьи нет ссылки; её можно добавить в окне «Заголовок и сведения».</translation>
    </message>
    <message>
      <source>This article has no proposals yet.</source>
      <translation>Для этой статьи ещё нет предложений.</translation>
    </message>
    <message>
      <source>This article has no such layer.</source>
      <translation>У этой статьи такого слоя нет.</translation>
    </message>
    <message>
      <source>This article has your own annotation, which stays. The new proposals are kept beside it.</source>
      <translation>У этой статьи есть ваша разметка, она остаётся. Новые предложения лежат рядом.</translation>
    </message>
    <message>
      <source>This article was returned to you: {corrected}.</source>
      <translation>Статья возвращена вам: {corrected}.</translation>
    </message>
    <message>
      <source>This article: text with marks, legend, speakers and quotations</source>
      <translation>Эта статья: текст с разметкой, условные знаки, говорящие и цитаты</translation>
    </message>
    <message>
      <source>This format needs {package}, which this Citata came without. Where pip installed it: pip install 'citata[{extra}]'</source>
      <translation>Этому формату нужен пакет {package}, которого в этой Citata нет. Если её поставил pip: pip install 'citata[{extra}]'</translation>
    </message>
    <message>
      <source>This has been changed since; take back what came later first.</source>
      <translation>После решения это уже меняли; сначала отмените более поздние правки.</translation>
    </message>
    <message>
      <source>This is another machine: {host}. Before a text goes there you will be asked.</source>
      <translation>Это другой компьютер: {host}. Прежде чем туда уйдёт текст, вас спросят.</translation>
    </message>
    <message>
      <source>This is another project, not a copy of the open one.</source>
      <translation>Это другой проект, а не копия открытого.</translation>
    </message>
    <message>
      <source>This is done already.</source>
      <translation>Это уже сделано.</translation>
    </message>
    <message>
      <source>This is my own name in this project from now on</source>
      <translation>С этого момента это моё имя в этом проекте</translation>
    </message>
    <message>
      <source>This is not text in {encoding}: byte {byte} does not fit. Choose another encoding.</source>
      <translation>Это не текст в {encoding}: не подходит байт {byte}. Выберите другую кодировку.</translation>
    </message>
    <message>
      <source>This is not {format}, or is damaged ({reason}). Make it again, or choose another format.</source>
      <translation>Это не {format}, или файл повреждён ({reason}). Сделайте его заново или выберите другой формат.</translation>
    </message>
    <message>
      <source>This is text in no encoding that can be told from Russian. Choose the encoding.</source>
      <translation>Кодировка этого текста не определяется. Выберите её.</translation>
    </message>
    <message>
      <source>This is the first article of the list.</source>
      <translation>Это первая статья списка.</translation>
    </message>
    <message>
      <source>This is the first line.</source>
      <translation>Это первая строка.</translation>
    </message>
    <message>
      <source>This is the last article of the list.</source>
      <translation>Это последняя статья списка.</translation>
    </message>
    <message>
      <source>This is the last line.</source>
      <translation>Это последняя строка.</translation>
    </message>
    <message>
      <source>This is the open project itself.</source>
      <translation>Это сам открытый проект.</translation>
    </message>
    <message>
      <source>This is the project itself. Choose another file.</source>
      <translation>Это сам проект. Выберите другой файл.</translation>
    </message>
    <message>
      <source>This is your own layer already.</source>
      <translation>Это и есть ваша разметка.</translation>
    </message>
    <message>
      <source>This page is missing from the installation: {reason}</source>
      <translation>Этой страницы нет в установленной программе: {reason}</translation>
    </message>
    <message>
      <source>This project has no articles yet.</source>
      <translation>В этом проекте пока нет статей.</translation>
    </message>
    <message>
      <source>This quotation reaches over the author’s words “— пояснил он”. Select them in the text and press {key}; or drag the end of the quotation back.</source>
      <translation>В цитату попали слова автора «— пояснил он». Выделите их в тексте и нажмите {key} или оттяните конец цитаты назад.</translation>
    </message>
    <message>
      <source>Those without proposals</source>
      <translation>Только без предложений</translation>
    </message>
    <message>
      <source>Tick all lines of the answer</source>
      <translation>Отметить все найденные строки</translation>
    </message>
    <message>
      <source>Tick the selected lines</source>
      <translation>Отметить выделенные строки</translation>
    </message>
    <message>
      <source>Tick those at least as sure as</source>
      <translation>Отмечать, если надёжность не ниже</translation>
    </message>
    <message>
      <source>Ticks</source>
      <translation>Отметки</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Время</translation>
    </message>
    <message>
      <source>Time at work</source>
      <translation>Время за работой</translation>
    </message>
    <message>
      <source>Time at work for an article worked on</source>
      <translation>Время за работой на одну статью</translation>
    </message>
    <message>
      <source>Time at work: the pauses between edits that are no longer than {minutes} minutes.</source>
      <translation>Время за работой: промежутки между правками не длиннее {minutes} минут.</translation>
    </message>
    <message>
      <source>Time at work: the time between edits; pauses count {pause} at most.</source>
      <translation>Время за работой: время между правками; паузы засчитываются не дольше чем на {pause}.</translation>
    </message>
    <message>
      <source>Time per article</source>
      <translation>Время на статью</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Заголовок</translation>
    </message>
    <message>
      <source>Title and details</source>
      <translation>Заголовок и сведения</translation>
    </message>
    <message>
      <source>Title and details…</source>
      <translation>Заголовок и сведения…</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Кому</translation>
    </message>
    <message>
      <source>To annotate: {what}</source>
      <translation>Размечается: {what}</translation>
    </message>
    <message>
      <source>To be learned: {value} per 1,000 characters</source>
      <translation>Польза для обучения: {value} на 1000 знаков</translation>
    </message>
    <message>
      <source>To whom</source>
      <translation>Кому</translation>
    </message>
    <message>
      <source>Together</source>
      <translation>Вместе</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>Знакомство с программой</translation>
    </message>
    <message>
      <source>Tour of three minutes</source>
      <translation>Знакомство за три минуты</translation>
    </message>
    <message>
      <source>Tour, {number} of {count}: {title}</source>
      <translation>Знакомство, {number} из {count}: {title}</translation>
    </message>
    <message>
      <source>Tracked changes</source>
      <translation>Исправления</translation>
    </message>
    <message>
      <source>Tracked changes of documents.</source>
      <translation>Исправления, отмеченные в документах.</translation>
    </message>
    <message>
      <source>Trim</source>
      <translation>Подрезать</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Повторить попытку</translation>
    </message>
    <message>
      <source>Try on this article</source>
      <translation>Испытать на этой статье</translation>
    </message>
    <message>
      <source>Two actors have the same name</source>
      <translation>У двух источников одно имя</translation>
    </message>
    <message>
      <source>Two of the layers have the name {name}. Give two different layers.</source>
      <translation>Два слоя называются {name}. Дайте два разных слоя.</translation>
    </message>
    <message>
      <source>Two quotations cross: neither stands in the other</source>
      <translation>Две цитаты пересекаются, ни одна не внутри другой</translation>
    </message>
    <message>
      <source>Type a command</source>
      <translation>Название команды</translation>
    </message>
    <message>
      <source>Type a date as 2026-01-31 or 31.01.2026.</source>
      <translation>Введите дату как 2026-01-31 или 31.01.2026.</translation>
    </message>
    <message>
      <source>Type a word and press Enter: the words around it inside quotations stand here then.</source>
      <translation>Наберите слово и нажмите Enter: здесь появятся слова, которые стоят вокруг него внутри цитат.</translation>
    </message>
    <message>
      <source>Type some letters of a name; Enter takes the first row</source>
      <translation>Введите несколько букв имени; Enter берёт первую строку</translation>
    </message>
    <message>
      <source>Type words and press Enter: their lines from all articles stand here then.</source>
      <translation>Введите слова и нажмите Enter: здесь появятся строки из всех статей.</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>Шрифт</translation>
    </message>
    <message>
      <source>UTF-16 units (JavaScript, Java)</source>
      <translation>Единицы UTF-16 (JavaScript, Java)</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить</translation>
    </message>
    <message>
      <source>Undone: {edit}</source>
      <translation>Отменено: {edit}</translation>
    </message>
    <message>
      <source>Unsure</source>
      <translation>Сомнение</translation>
    </message>
    <message>
      <source>Unsure.</source>
      <translation>Под сомнением.</translation>
    </message>
    <message>
      <source>Used</source>
      <translation>Используется</translation>
    </message>
    <message>
      <source>User commands</source>
      <translation>Команды</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Значение</translation>
    </message>
    <message>
      <source>Value of the other detail</source>
      <translation>Значение нового поля</translation>
    </message>
    <message>
      <source>Variable with its key</source>
      <translation>Переменная с ключом</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Версия</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Версия {version}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Варианты</translation>
    </message>
    <message>
      <source>Wait until the running work has ended, or stop it.</source>
      <translation>Дождитесь конца текущей работы или остановите её.</translation>
    </message>
    <message>
      <source>Waits for review</source>
      <translation>Ждёт проверки</translation>
    </message>
    <message>
      <source>Web page…</source>
      <translation>Веб-страница…</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Что</translation>
    </message>
    <message>
      <source>What CoNLL holds.</source>
      <translation>Что записать в CoNLL.</translation>
    </message>
    <message>
      <source>What Tab stops at while you go through an article</source>
      <translation>На чём останавливается Tab, когда вы идёте по статье</translation>
    </message>
    <message>
      <source>What articles call it beside its name: mayor, head of state</source>
      <translation>Как его называют рядом с именем: мэр, глава государства</translation>
    </message>
    <message>
      <source>What became of the proposals</source>
      <translation>Что стало с предложениями</translation>
    </message>
    <message>
      <source>What became of the proposals…</source>
      <translation>Что стало с предложениями…</translation>
    </message>
    <message>
      <source>What both found, and what one alone found</source>
      <translation>Что нашли оба и что нашёл только один</translation>
    </message>
    <message>
      <source>What can be saved is written into a new file; this one stays as it is.</source>
      <translation>Всё, что можно спасти, пишется в новый файл; этот остаётся как есть.</translation>
    </message>
    <message>
      <source>What counts</source>
      <translation>Что считается цитатой</translation>
    </message>
    <message>
      <source>What counts, what does not, where it begins and ends, an example of each.</source>
      <translation>Что считается, что нет, где начинается и кончается; по примеру на каждый случай.</translation>
    </message>
    <message>
      <source>What doccano and Label Studio are to count.</source>
      <translation>Что считать для doccano и Label Studio.</translation>
    </message>
    <message>
      <source>What happened, for the makers of Citata</source>
      <translation>Что произошло: для разработчиков Citata</translation>
    </message>
    <message>
      <source>What happens</source>
      <translation>Что будет</translation>
    </message>
    <message>
      <source>What happens to texts that differ little from one in the project</source>
      <translation>Что делать с текстами, которые мало отличаются от имеющихся</translation>
    </message>
    <message>
      <source>What has no date is not drawn.</source>
      <translation>То, что без даты, не нарисовано.</translation>
    </message>
    <message>
      <source>What is annotated</source>
      <translation>Что размечается</translation>
    </message>
    <message>
      <source>What is annotated in the project: all, or quotations, entities and labels, separated by commas.</source>
      <translation>Что размечается в проекте: all или quotations, entities и метки через запятую.</translation>
    </message>
    <message>
      <source>What is asked</source>
      <translation>Что спрашивается</translation>
    </message>
    <message>
      <source>What is counted by.</source>
      <translation>По какому признаку считать.</translation>
    </message>
    <message>
      <source>What is looked for</source>
      <translation>Что искать</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>Что это?</translation>
    </message>
    <message>
      <source>What is to be done?</source>
      <translation>Что нужно сделать?</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>Что это</translation>
    </message>
    <message>
      <source>What it proposes</source>
      <translation>Что он предлагает</translation>
    </message>
    <message>
      <source>What its proposals say of its version, unless its answers name one</source>
      <translation>Какую версию несут предложения, если её не называют сами ответы</translation>
    </message>
    <message>
      <source>What makes a column of its own: forms, months, genders</source>
      <translation>Что становится отдельным столбцом: формы, месяцы, пол</translation>
    </message>
    <message>
      <source>What makes a row of the table</source>
      <translation>Что становится строкой таблицы</translation>
    </message>
    <message>
      <source>What moves</source>
      <translation>Что перейдёт</translation>
    </message>
    <message>
      <source>What parts the cells of a table in text (a sign, or tab); told from its rows by default.</source>
      <translation>Что разделяет ячейки текстовой таблицы (знак или tab); по умолчанию узнаётся по строкам.</translation>
    </message>
    <message>
      <source>What people have annotated stays as it is in either case.</source>
      <translation>То, что разметили люди, в любом случае останется.</translation>
    </message>
    <message>
      <source>What people settled, what adjudication settled, or open proposals too</source>
      <translation>Что решили люди, что решено при сведении — или ещё и нерешённые предложения</translation>
    </message>
    <message>
      <source>What places of annotations are counted in</source>
      <translation>В каких единицах считаются места в тексте</translation>
    </message>
    <message>
      <source>What search and counts take: one layer of each article</source>
      <translation>Что берут поиск и подсчёты: один слой каждой статьи</translation>
    </message>
    <message>
      <source>What stands around a word</source>
      <translation>Что стоит вокруг слова</translation>
    </message>
    <message>
      <source>What stands around a word inside quotations</source>
      <translation>Что стоит вокруг слова внутри цитат</translation>
    </message>
    <message>
      <source>What stands between the columns</source>
      <translation>Чем разделены столбцы</translation>
    </message>
    <message>
      <source>What stays of the older ones</source>
      <translation>Что остаётся от более старых</translation>
    </message>
    <message>
      <source>What stood there is kept as {name}.</source>
      <translation>Прежний файл сохранён как {name}.</translation>
    </message>
    <message>
      <source>What stood there is kept as {path}.</source>
      <translation>То, что там было, сохранено как {path}.</translation>
    </message>
    <message>
      <source>What taught this is not among what the project teaches now.</source>
      <translation>Записи, которая этому научила, в знаниях проекта больше нет.</translation>
    </message>
    <message>
      <source>What the adjudicated layer made of the proposals.</source>
      <translation>Что сделал с предложениями сведённый слой.</translation>
    </message>
    <message>
      <source>What the file is read as</source>
      <translation>В каком формате читается файл</translation>
    </message>
    <message>
      <source>What the files' offsets count.</source>
      <translation>Что считают смещения в файлах.</translation>
    </message>
    <message>
      <source>What the lines are sorted by.</source>
      <translation>По чему сортировать строки.</translation>
    </message>
    <message>
      <source>What the lines are sorted by; a click on a column does it too</source>
      <translation>По чему упорядочены строки; можно и щёлкнуть по столбцу</translation>
    </message>
    <message>
      <source>What the next mark is made of.</source>
      <translation>Из них будет сделана следующая пометка.</translation>
    </message>
    <message>
      <source>What the next reader should know</source>
      <translation>Что стоит знать следующему читателю</translation>
    </message>
    <message>
      <source>What the time is cut into</source>
      <translation>На что делится время</translation>
    </message>
    <message>
      <source>What this project has taught</source>
      <translation>Чему научил проект</translation>
    </message>
    <message>
      <source>What this project has taught…</source>
      <translation>Чему научил проект…</translation>
    </message>
    <message>
      <source>What to do with a text that is there already</source>
      <translation>Что делать с текстом, который уже есть в проекте</translation>
    </message>
    <message>
      <source>What to do with it:</source>
      <translation>Что с ним делать:</translation>
    </message>
    <message>
      <source>What to write</source>
      <translation>Что записать</translation>
    </message>
    <message>
      <source>What was decided</source>
      <translation>Что решено</translation>
    </message>
    <message>
      <source>What was done after that moment is then not in the project any more. Nothing is lost: the file as it is now is kept beside it, under a name with today’s date.</source>
      <translation>Сделанного после этого в проекте уже не будет. Ничего не потеряно: нынешний файл сохранится рядом, под именем с сегодняшней датой.</translation>
    </message>
    <message>
      <source>What was done is kept in {path}; the same command goes on from there.</source>
      <translation>Сделанное сохранено в {path}; та же команда продолжит с этого места.</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Что найдено</translation>
    </message>
    <message>
      <source>What was found here has changed since.</source>
      <translation>То, что здесь нашлось, с тех пор изменилось.</translation>
    </message>
    <message>
      <source>What was handed in, reviewed or returned can still be looked at.</source>
      <translation>Можно будет посмотреть сданное, проверенное и возвращённое.</translation>
    </message>
    <message>
      <source>What was left out…</source>
      <translation>Что не вошло…</translation>
    </message>
    <message>
      <source>What was refused or changed</source>
      <translation>Что отклонено или изменено</translation>
    </message>
    <message>
      <source>What was said, retold in a clause.</source>
      <translation>Сказанное, пересказанное в части предложения.</translation>
    </message>
    <message>
      <source>What would come in</source>
      <translation>Что добавится</translation>
    </message>
    <message>
      <source>What you are at</source>
      <translation>Над чем вы работаете</translation>
    </message>
    <message>
      <source>What you do goes into the layer of that name, and the log has it under that name. The window says so until you are back at your own name or close the project.</source>
      <translation>Всё, что вы делаете, попадёт в разметку с этим именем и в журнал под ним. Окно напоминает об этом, пока вы не вернётесь к своему имени или не закроете проект.</translation>
    </message>
    <message>
      <source>What you have to say about the current row, or about the article</source>
      <translation>Что вы хотите сказать о текущей строке или о статье</translation>
    </message>
    <message>
      <source>What “Edges as the project wants them” makes of a full stop</source>
      <translation>Что команда «Края, как принято в проекте» делает с точкой</translation>
    </message>
    <message>
      <source>What “Edges as the project wants them” makes of quotation marks</source>
      <translation>Что команда «Края, как принято в проекте» делает с кавычками</translation>
    </message>
    <message>
      <source>Whatever speaks Citata’s exchange format can propose: a command, a server, a language model. Its proposals stand beside those of Citata; each is verified against the text, and none replaces what a person did.</source>
      <translation>Предлагать может всё, что понимает формат обмена Citata: команда, сервер, языковая модель. Их предложения лежат рядом с предложениями Citata; каждое сверяется с текстом, и ни одно не заменяет сделанного человеком.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Когда</translation>
    </message>
    <message>
      <source>Where a quotation is not at its offsets, look for its words nearby</source>
      <translation>Если цитаты нет на указанном месте, искать её слова рядом</translation>
    </message>
    <message>
      <source>Where it is asked; addresses other than this machine’s ask for your consent first</source>
      <translation>Где его спрашивать; для адресов вне этого компьютера сначала нужно ваше согласие</translation>
    </message>
    <message>
      <source>Where it is heard</source>
      <translation>Где он говорит</translation>
    </message>
    <message>
      <source>Where shall the project be?</source>
      <translation>Где будет проект?</translation>
    </message>
    <message>
      <source>Where the file is written</source>
      <translation>Куда записать файл</translation>
    </message>
    <message>
      <source>Where the texts of the two copies differ</source>
      <translation>Где различаются тексты двух копий</translation>
    </message>
    <message>
      <source>Where to put the project</source>
      <translation>Где сделать проект</translation>
    </message>
    <message>
      <source>Whether a program is run or a server asked</source>
      <translation>Запускается программа или спрашивается сервер</translation>
    </message>
    <message>
      <source>Whether proposals of this kind are accepted</source>
      <translation>Принимать ли предложения этого вида</translation>
    </message>
    <message>
      <source>Whether tracked changes are read as accepted or as rejected</source>
      <translation>Считать исправления в документе принятыми или отклонёнными</translation>
    </message>
    <message>
      <source>Which actor is {name} too?</source>
      <translation>Кто из источников тоже {name}?</translation>
    </message>
    <message>
      <source>Which articles</source>
      <translation>Какие статьи</translation>
    </message>
    <message>
      <source>Which articles are listed</source>
      <translation>Какие статьи показаны в списке</translation>
    </message>
    <message>
      <source>Which articles shall be pre-annotated?</source>
      <translation>Какие статьи предразметить?</translation>
    </message>
    <message>
      <source>Which column this is taken from</source>
      <translation>Из какого столбца это берётся</translation>
    </message>
    <message>
      <source>Which figure the chart shows, and the columns of the second choice</source>
      <translation>Какое число показывают диаграмма и столбцы второго выбора</translation>
    </message>
    <message>
      <source>Which kinds of differences are gone through</source>
      <translation>Какие виды расхождений просматриваются</translation>
    </message>
    <message>
      <source>Which labels are annotated; none chosen: all</source>
      <translation>Какие метки размечают; если не выбрано, все</translation>
    </message>
    <message>
      <source>Which measure the pictures show</source>
      <translation>Какой показатель на рисунках</translation>
    </message>
    <message>
      <source>Which pronouns may mean it</source>
      <translation>Какие местоимения могут его обозначать</translation>
    </message>
    <message>
      <source>Which proposals the work is held beside, seen by the annotator or not</source>
      <translation>С какими предложениями сравнивается работа, видел их разметчик или нет</translation>
    </message>
    <message>
      <source>Which records are listed</source>
      <translation>Какие записи показаны</translation>
    </message>
    <message>
      <source>Which source actors may be, and why</source>
      <translation>Кем из реестра могут быть источники статей и почему</translation>
    </message>
    <message>
      <source>Which sources may be one and the same, and why</source>
      <translation>Какие источники могут быть одним и тем же, и почему</translation>
    </message>
    <message>
      <source>Who agrees with whom, and what is mistaken for what</source>
      <translation>Кто с кем согласен и что с чем путают</translation>
    </message>
    <message>
      <source>Who annotates?</source>
      <translation>Кто размечает?</translation>
    </message>
    <message>
      <source>Who did how much when, and how far people agree</source>
      <translation>Кто, когда и сколько сделал, и насколько люди согласны</translation>
    </message>
    <message>
      <source>Who is heard in the project</source>
      <translation>Кто говорит в проекте</translation>
    </message>
    <message>
      <source>Who is quoted</source>
      <translation>Кого цитируют</translation>
    </message>
    <message>
      <source>Who is quoted beside whom</source>
      <translation>Кого цитируют рядом с кем</translation>
    </message>
    <message>
      <source>Who is quoted in the same articles</source>
      <translation>Кого цитируют в одних и тех же статьях</translation>
    </message>
    <message>
      <source>Who is quoted most</source>
      <translation>Кого цитируют чаще всего</translation>
    </message>
    <message>
      <source>Who reviews and who sees what</source>
      <translation>Кто проверяет и кто что видит</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Кто что сказал</translation>
    </message>
    <message>
      <source>Who said what, F1</source>
      <translation>Кто что сказал, F1</translation>
    </message>
    <message>
      <source>Who said what: quotations, their speakers and names in Russian press texts.</source>
      <translation>Кто что сказал: цитаты, говорящие и имена в русскоязычной прессе.</translation>
    </message>
    <message>
      <source>Who wrote the article</source>
      <translation>Кто написал статью</translation>
    </message>
    <message>
      <source>Whoever is named in a single article may become a source too</source>
      <translation>В реестр может попасть и тот, кто назван лишь в одной статье</translation>
    </message>
    <message>
      <source>Whole</source>
      <translation>Целиком</translation>
    </message>
    <message>
      <source>Whom the article names or quotes</source>
      <translation>Кого статья называет или цитирует</translation>
    </message>
    <message>
      <source>Whose annotation: a name, auto or gold.</source>
      <translation>Чья разметка: имя, auto или gold.</translation>
    </message>
    <message>
      <source>Whose decisions are counted</source>
      <translation>Чьи решения учитываются</translation>
    </message>
    <message>
      <source>Whose layer is shown</source>
      <translation>Чей слой показан</translation>
    </message>
    <message>
      <source>Whose layer of every article is written</source>
      <translation>Чью разметку каждой статьи записать</translation>
    </message>
    <message>
      <source>Whose layer; by default all.</source>
      <translation>Чей слой; по умолчанию все.</translation>
    </message>
    <message>
      <source>Whose layers are compared</source>
      <translation>Чьи слои сравниваются</translation>
    </message>
    <message>
      <source>Whose layers are searched; otherwise the one that speaks for its article</source>
      <translation>Чьи слои искать; иначе тот, что говорит за статью</translation>
    </message>
    <message>
      <source>Whose layers: a name or adjudicated. By default everybody's; with --propose yours.</source>
      <translation>Чьи слои: имя или adjudicated. По умолчанию всех; с --propose — ваши.</translation>
    </message>
    <message>
      <source>Whose states stay: the end of each day and every change of status, the latter only, or the last only.</source>
      <translation>Какие состояния остаются: конец каждого дня и каждая смена статуса, только смены статуса или только последнее.</translation>
    </message>
    <message>
      <source>Whose word</source>
      <translation>Чьё слово</translation>
    </message>
    <message>
      <source>Whose word: gold (the adjudicated layers), people (what people settled in finished articles; the default without --layer, --status and --state), people+open (people's layers and open proposals), proposals, counted (of each article the layer that search and counts take).</source>
      <translation>Чьё слово: gold (сведённые слои), people (решённое людьми в законченных статьях; по умолчанию, если нет --layer, --status и --state), people+open (слои людей и нерешённые предложения), proposals (предложения), counted (в каждой статье тот слой, который берут поиск и подсчёты).</translation>
    </message>
    <message>
      <source>Whose work</source>
      <translation>Чья работа</translation>
    </message>
    <message>
      <source>Whose work counts; may be repeated. By default all people's.</source>
      <translation>Чья работа считается; ключ можно повторять. По умолчанию — всех людей.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Почему</translation>
    </message>
    <message>
      <source>Why is this so?</source>
      <translation>Почему так?</translation>
    </message>
    <message>
      <source>Why it is decided so; annotators read it</source>
      <translation>Почему решено так; это прочтут разметчики</translation>
    </message>
    <message>
      <source>Why it was proposed</source>
      <translation>Почему предложено</translation>
    </message>
    <message>
      <source>Why the versions differ</source>
      <translation>Почему версии расходятся</translation>
    </message>
    <message>
      <source>Why: {reason}</source>
      <translation>Почему: {reason}</translation>
    </message>
    <message>
      <source>Will be replaced: {names}</source>
      <translation>Будет заменено: {names}</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Окно</translation>
    </message>
    <message>
      <source>With --chart: what is drawn.</source>
      <translation>С --chart: что рисовать.</translation>
    </message>
    <message>
      <source>With --collocates: prepositions, conjunctions and pronouns too.</source>
      <translation>С --collocates: также предлоги, союзы и местоимения.</translation>
    </message>
    <message>
      <source>With --collocates: words on each side.</source>
      <translation>С --collocates: сколько слов с каждой стороны.</translation>
    </message>
    <message>
      <source>With --pairs and --collocates: leave out what is met less often.</source>
      <translation>С --pairs и --collocates: не показывать то, что встречается реже.</translation>
    </message>
    <message>
      <source>With --progress: what time is cut into.</source>
      <translation>С --progress: на что делить время.</translation>
    </message>
    <message>
      <source>With --propose: only proposals with at least this score.</source>
      <translation>С --propose: только предложения с оценкой не ниже этой.</translation>
    </message>
    <message>
      <source>With --proposer: let the texts of the project go to this host.</source>
      <translation>С --proposer: разрешить отправку текстов проекта на этот узел.</translation>
    </message>
    <message>
      <source>With --show or --check: print it as JSON.</source>
      <translation>С --show или --check: вывести в JSON.</translation>
    </message>
    <message>
      <source>With notes</source>
      <translation>С заметками</translation>
    </message>
    <message>
      <source>With or without flags</source>
      <translation>С флажками и без</translation>
    </message>
    <message>
      <source>Without colours, for a printer that has none.</source>
      <translation>Без цвета, для чёрно-белого принтера.</translation>
    </message>
    <message>
      <source>Without its tick an entry learns on and changes no proposal</source>
      <translation>Без галочки запись продолжает учиться, но предложений не меняет</translation>
    </message>
    <message>
      <source>Without proposals</source>
      <translation>Без предложений</translation>
    </message>
    <message>
      <source>Women</source>
      <translation>Женщины</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Слово</translation>
    </message>
    <message>
      <source>Word document</source>
      <translation>Документ Word</translation>
    </message>
    <message>
      <source>Word for word. Square edges.</source>
      <translation>Слово в слово. Квадратные края.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Слова</translation>
    </message>
    <message>
      <source>Words found</source>
      <translation>Найденные слова</translation>
    </message>
    <message>
      <source>Words of a command, or a key</source>
      <translation>Слова команды или клавиша</translation>
    </message>
    <message>
      <source>Words on each side</source>
      <translation>Слов с каждой стороны</translation>
    </message>
    <message>
      <source>Words said</source>
      <translation>Сказано слов</translation>
    </message>
    <message>
      <source>Words said by gender</source>
      <translation>Сказано слов по полу</translation>
    </message>
    <message>
      <source>Words, “a phrase”, speaker:name, in:quotation …</source>
      <translation>Слова, «фраза», кто:имя, в:цитате …</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Работа</translation>
    </message>
    <message>
      <source>Work of the annotators</source>
      <translation>Работа разметчиков</translation>
    </message>
    <message>
      <source>Work under another name</source>
      <translation>Работа под другим именем</translation>
    </message>
    <message>
      <source>Work under another name for now, or from now on</source>
      <translation>Работать под другим именем — сейчас или впредь</translation>
    </message>
    <message>
      <source>Work under another name…</source>
      <translation>Работать под другим именем…</translation>
    </message>
    <message>
      <source>Work under my own name again</source>
      <translation>Снова работать под своим именем</translation>
    </message>
    <message>
      <source>Workers at the scheduler {address}: {found}, and no more came in {seconds} s. What was done is kept. Start workers on its machines with: dask worker {address}.</source>
      <translation>Рабочих процессов у планировщика {address}: {found}, и за {seconds} с их не прибавилось. Сделанное сохранено. Запустите рабочие процессы на его машинах командой dask worker {address}.</translation>
    </message>
    <message>
      <source>Working as {name}</source>
      <translation>Под именем {name}</translation>
    </message>
    <message>
      <source>Write a PDF file</source>
      <translation>Записать файл PDF</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Написать заметку</translation>
    </message>
    <message>
      <source>Write a page that any browser shows</source>
      <translation>Записать страницу, которую покажет любой браузер</translation>
    </message>
    <message>
      <source>Write a page with figures, articles and every error to this file.</source>
      <translation>Записать в этот файл страницу с числами, статьями и каждой ошибкой.</translation>
    </message>
    <message>
      <source>Write a page with tables and pictures to this file.</source>
      <translation>Записать в этот файл страницу с таблицами и картинками.</translation>
    </message>
    <message>
      <source>Write an ARTICLE of PROJECT with its marks as one HTML file; without ARTICLE, the list of all quotations.</source>
      <translation>Записать статью ARTICLE проекта PROJECT с разметкой одним файлом HTML; без ARTICLE — список всех цитат.</translation>
    </message>
    <message>
      <source>Write as predictions, not annotations</source>
      <translation>Записать как предсказания, а не разметку</translation>
    </message>
    <message>
      <source>Write every refused record to this TSV file.</source>
      <translation>Записать каждую непринятую запись в этот файл TSV.</translation>
    </message>
    <message>
      <source>Write in the guidelines</source>
      <translation>Писать в правилах</translation>
    </message>
    <message>
      <source>Write nothing</source>
      <translation>Ничего не записывать</translation>
    </message>
    <message>
      <source>Write open proposals too</source>
      <translation>Писать и нерешённые предложения</translation>
    </message>
    <message>
      <source>Write the annotations of PROJECT to a file.

Without --what, --layer, --status and --state this is what people settled, of articles that are done or reviewed; with one of the latter three the layers are written as they are. OUTPUT is written beside itself and moved into place when it is whole. What the format cannot hold is counted.</source>
      <translation>Записать разметку PROJECT в файл.

Без --what, --layer, --status и --state это то, что решили люди, из готовых и проверенных статей; с любым из последних трёх ключей слои пишутся как есть. OUTPUT пишется рядом и становится на место, когда записан целиком. То, чего формат не вмещает, сосчитано.</translation>
    </message>
    <message>
      <source>Write the backup there; PROJECT stays as it is.</source>
      <translation>Записать копию сюда; PROJECT остаётся как есть.</translation>
    </message>
    <message>
      <source>Write the chosen backup into a file elsewhere</source>
      <translation>Записать выбранную копию в другое место</translation>
    </message>
    <message>
      <source>Write the file</source>
      <translation>Записать файл</translation>
    </message>
    <message>
      <source>Write the lines to a table or as JSON lines</source>
      <translation>Записать строки таблицей или строками JSON</translation>
    </message>
    <message>
      <source>Write the lines to this file (.jsonl, .csv, .xlsx); - is standard output.</source>
      <translation>Записать строки в этот файл (.jsonl, .csv, .xlsx); - — стандартный вывод.</translation>
    </message>
    <message>
      <source>Write the report of PROJECT: scheme, counts, progress, agreement, ledger, open questions; one file.</source>
      <translation>Записать отчёт о PROJECT: схема, числа, ход работы, согласие, судьба предложений, открытые вопросы; один файл.</translation>
    </message>
    <message>
      <source>Write the rows to this file; - is standard output.</source>
      <translation>Записать строки в этот файл; - означает стандартный вывод.</translation>
    </message>
    <message>
      <source>Write the same note on the quotations and entities</source>
      <translation>Написать одну заметку на цитатах и сущностях</translation>
    </message>
    <message>
      <source>Write the table to a file</source>
      <translation>Записать таблицу в файл</translation>
    </message>
    <message>
      <source>Write unsettled items in formats that cannot say so.</source>
      <translation>Писать нерешённые объекты и в форматы, где этого не сказать.</translation>
    </message>
    <message>
      <source>Write what can be saved into a new file; this one is not changed</source>
      <translation>Записать в новый файл то, что удастся спасти; этот файл не изменится</translation>
    </message>
    <message>
      <source>Write what can be saved to this new project.</source>
      <translation>Записать то, что можно спасти, в этот новый проект.</translation>
    </message>
    <message>
      <source>Write what is learned to a file, to begin the next project with</source>
      <translation>Записать выученное в файл, чтобы начать с ним следующий проект</translation>
    </message>
    <message>
      <source>Write what is learned to this JSON file, for another project.</source>
      <translation>Записать выученное в этот файл JSON, для другого проекта.</translation>
    </message>
    <message>
      <source>Write what was found, left out and restored here.</source>
      <translation>Записать сюда, что найдено, опущено и восстановлено.</translation>
    </message>
    <message>
      <source>Writing lines</source>
      <translation>Запись строк</translation>
    </message>
    <message>
      <source>Writing the PDF</source>
      <translation>Запись PDF</translation>
    </message>
    <message>
      <source>Writing the page</source>
      <translation>Запись страницы</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>Запись отчёта</translation>
    </message>
    <message>
      <source>Writing the table</source>
      <translation>Запись таблицы</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Как пишется</translation>
    </message>
    <message>
      <source>Written.</source>
      <translation>Записано.</translation>
    </message>
    <message>
      <source>Written: {name}</source>
      <translation>Записано: {name}</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Записано: {path}</translation>
    </message>
    <message>
      <source>Wrong speaker</source>
      <translation>Не тот говорящий</translation>
    </message>
    <message>
      <source>Wrong speakers</source>
      <translation>Неверные говорящие</translation>
    </message>
    <message>
      <source>Wrong speakers by kind</source>
      <translation>Неверные говорящие по видам</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Год</translation>
    </message>
    <message>
      <source>You are looking at the adjudicated layer; nothing can be changed here.</source>
      <translation>Вы смотрите сведённый слой; здесь ничего нельзя изменить.</translation>
    </message>
    <message>
      <source>You are looking at the proposals of the program; nothing can be changed here.</source>
      <translation>Вы смотрите предложения программы; здесь ничего нельзя изменить.</translation>
    </message>
    <message>
      <source>You are looking at the proposals of {name}; nothing can be changed here.</source>
      <translation>Вы смотрите предложения {name}; здесь ничего нельзя изменить.</translation>
    </message>
    <message>
      <source>You are looking at {name}’s layer; nothing can be changed here.</source>
      <translation>Вы смотрите разметку: {name}; здесь ничего нельзя изменить.</translation>
    </message>
    <message>
      <source>You can write in this project now.</source>
      <translation>Теперь в этом проекте можно работать.</translation>
    </message>
    <message>
      <source>You go on in {path}. What stands in {left} stays as it is.</source>
      <translation>Вы продолжаете работу в {path}. Файл {left} остаётся каким был.</translation>
    </message>
    <message>
      <source>You have no layer of this article yet, so there is nothing to compare.</source>
      <translation>У вас ещё нет разметки этой статьи, сравнивать не с чем.</translation>
    </message>
    <message>
      <source>You see the article as it was; leave that first (Escape).</source>
      <translation>Статья показана такой, какой была; сначала вернитесь к нынешней (Escape).</translation>
    </message>
    <message>
      <source>You work under your own name already.</source>
      <translation>Вы и так работаете под своим именем.</translation>
    </message>
    <message>
      <source>Your consent is kept in the project with your name and the time, for this host only; another host asks again.</source>
      <translation>Согласие хранится в проекте с вашим именем и временем и только для этого узла; о другом узле спросят снова.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ваше имя</translation>
    </message>
    <message>
      <source>Your name for the log; by default your user name.</source>
      <translation>Ваше имя для журнала; по умолчанию имя пользователя.</translation>
    </message>
    <message>
      <source>Your own name here is {own}. Click: work under it again</source>
      <translation>Ваше имя здесь — {own}. Щелчок: снова работать под ним</translation>
    </message>
    <message>
      <source>Your text is kept as {file}.</source>
      <translation>Ваш текст сохранён в файле {file}.</translation>
    </message>
    <message>
      <source>Your text is kept in a file beside</source>
      <translation>Ваш текст сохранится рядом отдельным файлом</translation>
    </message>
    <message>
      <source>Your work is kept in a layer of your name, and others see it under it</source>
      <translation>Ваша работа хранится в слое с вашим именем, под ним её видят и другие</translation>
    </message>
    <message>
      <source>Your work is kept in a layer of your name, and others see it under that name. This is asked once.</source>
      <translation>Ваша разметка хранится под вашим именем, и другие видят её под ним. Вопрос задаётся один раз.</translation>
    </message>
    <message>
      <source>Your work is on disk already. Press {key} to write what is done as JSONL: choose a file, then Export.</source>
      <translation>Ваша работа уже на диске. Нажмите {key}, чтобы записать готовое в JSONL: выберите файл и нажмите «Экспорт».</translation>
    </message>
    <message>
      <source>ZIP archive</source>
      <translation>Архив ZIP</translation>
    </message>
    <message>
      <source>[OPTIONS]</source>
      <translation>[КЛЮЧИ]</translation>
    </message>
    <message>
      <source>a CSV table</source>
      <translation>таблица CSV</translation>
    </message>
    <message>
      <source>a DOCX document</source>
      <translation>документ DOCX</translation>
    </message>
    <message>
      <source>a DocBin</source>
      <translation>DocBin</translation>
    </message>
    <message>
      <source>a PDF document</source>
      <translation>документ PDF</translation>
    </message>
    <message>
      <source>a Parquet file</source>
      <translation>файл Parquet</translation>
    </message>
    <message>
      <source>a Parquet table</source>
      <translation>таблица Parquet</translation>
    </message>
    <message>
      <source>a ZIP archive</source>
      <translation>архив ZIP</translation>
    </message>
    <message>
      <source>a bare body, and the article names one</source>
      <translation>орган без названия, а в статье есть названный</translation>
    </message>
    <message>
      <source>a bare description</source>
      <translation>описание без определений</translation>
    </message>
    <message>
      <source>a bare description that is not in the lexicon</source>
      <translation>описание без определений, которого нет в словаре</translation>
    </message>
    <message>
      <source>a body that has spoken</source>
      <translation>орган, который уже говорил</translation>
    </message>
    <message>
      <source>a body whose message it may be</source>
      <translation>орган, чьим может быть сообщение</translation>
    </message>
    <message>
      <source>a brat folder</source>
      <translation>папка brat</translation>
    </message>
    <message>
      <source>a deleted actor</source>
      <translation>удалённый источник</translation>
    </message>
    <message>
      <source>a description that is not in the lexicon</source>
      <translation>описание, которого нет в словаре</translation>
    </message>
    <message>
      <source>a document</source>
      <translation>документ</translation>
    </message>
    <message>
      <source>a document, and a bare document is meant</source>
      <translation>документ, и речь о документе без названия</translation>
    </message>
    <message>
      <source>a document, and another has spoken</source>
      <translation>документ, а говорил другой</translation>
    </message>
    <message>
      <source>a document, as described</source>
      <translation>документ, как и описано</translation>
    </message>
    <message>
      <source>a folder of CAS files</source>
      <translation>папка файлов CAS</translation>
    </message>
    <message>
      <source>a folder of WebAnno TSV</source>
      <translation>папка WebAnno TSV</translation>
    </message>
    <message>
      <source>a group</source>
      <translation>группа лиц</translation>
    </message>
    <message>
      <source>a key is named by an environment variable, never kept in a project</source>
      <translation>ключ называют переменной окружения, в проекте он не хранится</translation>
    </message>
    <message>
      <source>a known kind of description</source>
      <translation>описание известного вида</translation>
    </message>
    <message>
      <source>a label that the project has not got</source>
      <translation>такой метки в проекте нет</translation>
    </message>
    <message>
      <source>a layer that is there and differs</source>
      <translation>слой, который есть и отличается</translation>
    </message>
    <message>
      <source>a mail</source>
      <translation>письмо</translation>
    </message>
    <message>
      <source>a medium</source>
      <translation>издание</translation>
    </message>
    <message>
      <source>a medium is named in the article</source>
      <translation>в статье названо издание</translation>
    </message>
    <message>
      <source>a medium, as described</source>
      <translation>издание, как и описано</translation>
    </message>
    <message>
      <source>a message, not whoever issued it</source>
      <translation>сообщение, а не тот, кто его выпустил</translation>
    </message>
    <message>
      <source>a part has 500 to 200000 characters</source>
      <translation>в части от 500 до 200000 знаков</translation>
    </message>
    <message>
      <source>a person</source>
      <translation>лицо</translation>
    </message>
    <message>
      <source>a person does not fit the description</source>
      <translation>лицо не подходит под описание</translation>
    </message>
    <message>
      <source>a person whose message it may be</source>
      <translation>лицо, чьим может быть сообщение</translation>
    </message>
    <message>
      <source>a person, as described</source>
      <translation>лицо, как и описано</translation>
    </message>
    <message>
      <source>a quotation mark is not closed</source>
      <translation>не закрыта кавычка</translation>
    </message>
    <message>
      <source>a quotation needs at least one range.</source>
      <translation>цитате нужен хотя бы один отрезок.</translation>
    </message>
    <message>
      <source>a relative</source>
      <translation>родственник</translation>
    </message>
    <message>
      <source>a relative of another</source>
      <translation>чей-то родственник</translation>
    </message>
    <message>
      <source>a row of {table} points to a row of {target} that is not there</source>
      <translation>строка таблицы {table} указывает на строку {target}, которой нет</translation>
    </message>
    <message>
      <source>a score that is none from 0 to 1</source>
      <translation>оценка не от 0 до 1</translation>
    </message>
    <message>
      <source>a source, and an unnamed one has spoken</source>
      <translation>источник, и безымянный уже говорил</translation>
    </message>
    <message>
      <source>a thing</source>
      <translation>предмет</translation>
    </message>
    <message>
      <source>a thing does not fit the description</source>
      <translation>предмет не подходит под описание</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>веб-страница</translation>
    </message>
    <message>
      <source>abbreviation: {words}</source>
      <translation>сокращение: {words}</translation>
    </message>
    <message>
      <source>accept</source>
      <translation>принять</translation>
    </message>
    <message numerus="yes">
      <source>accept %n line(s)</source>
      <translation>
        <numerusform>принять %n строку</numerusform>
        <numerusform>принять %n строки</numerusform>
        <numerusform>принять %n строк</numerusform>
      </translation>
    </message>
    <message>
      <source>accept proposals of the register</source>
      <translation>принять предложения реестра</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>принято</translation>
    </message>
    <message>
      <source>actor</source>
      <translation>источник</translation>
    </message>
    <message>
      <source>actor of {what} set to {actor}</source>
      <translation>источник для {what}: {actor}</translation>
    </message>
    <message>
      <source>actor {old} renamed to {new}</source>
      <translation>источник {old} теперь {new}</translation>
    </message>
    <message>
      <source>actor “{name}”</source>
      <translation>источник «{name}»</translation>
    </message>
    <message>
      <source>actors</source>
      <translation>источники</translation>
    </message>
    <message>
      <source>add a range</source>
      <translation>добавить отрезок</translation>
    </message>
    <message>
      <source>added cue phrases</source>
      <translation>добавленные обороты-вводы</translation>
    </message>
    <message>
      <source>added cue words</source>
      <translation>добавленные слова-вводы</translation>
    </message>
    <message>
      <source>adjective of a place</source>
      <translation>прилагательное от места</translation>
    </message>
    <message>
      <source>adjective of the title</source>
      <translation>прилагательное при должности или виде</translation>
    </message>
    <message>
      <source>adjudicated</source>
      <translation>сведённый</translation>
    </message>
    <message>
      <source>agreed</source>
      <translation>согласовано</translation>
    </message>
    <message>
      <source>all</source>
      <translation>все</translation>
    </message>
    <message>
      <source>all is well</source>
      <translation>всё в порядке</translation>
    </message>
    <message>
      <source>all layers</source>
      <translation>все слои</translation>
    </message>
    <message>
      <source>all quotations</source>
      <translation>все цитаты</translation>
    </message>
    <message>
      <source>also: {names}</source>
      <translation>также: {names}</translation>
    </message>
    <message>
      <source>an Excel table</source>
      <translation>таблица Excel</translation>
    </message>
    <message>
      <source>an Excel workbook</source>
      <translation>книга Excel</translation>
    </message>
    <message>
      <source>an actor without a usable name</source>
      <translation>действующее лицо без годного имени</translation>
    </message>
    <message>
      <source>an article {id} with another text is there already. Give one of them another id.</source>
      <translation>статья {id} с другим текстом уже есть. Дайте одной из них другой идентификатор.</translation>
    </message>
    <message>
      <source>an office</source>
      <translation>должность</translation>
    </message>
    <message>
      <source>an organisation</source>
      <translation>организация</translation>
    </message>
    <message>
      <source>an organisation, as described</source>
      <translation>организация, как и описано</translation>
    </message>
    <message>
      <source>an unknown form of quotation</source>
      <translation>неизвестный вид цитаты</translation>
    </message>
    <message>
      <source>an unnamed source</source>
      <translation>безымянный источник</translation>
    </message>
    <message>
      <source>an unnamed source that spoke before</source>
      <translation>безымянный источник, который уже говорил</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more refused; --report FILE lists them all.</source>
      <translation>
        <numerusform>и ещё %n не принята; все перечислит --report FILE.</numerusform>
        <numerusform>и ещё %n не приняты; все перечислит --report FILE.</numerusform>
        <numerusform>и ещё %n не принято; все перечислит --report FILE.</numerusform>
      </translation>
    </message>
    <message>
      <source>and by</source>
      <translation>и по</translation>
    </message>
    <message>
      <source>anna, boris, …</source>
      <translation>анна, борис, …</translation>
    </message>
    <message>
      <source>annotation that was skipped there</source>
      <translation>разметка, пропущенная в той программе</translation>
    </message>
    <message>
      <source>another actor of the article is this source already</source>
      <translation>в статье с ним уже связан другой источник</translation>
    </message>
    <message>
      <source>another file stands in its place</source>
      <translation>на его месте другой файл</translation>
    </message>
    <message>
      <source>another has this title</source>
      <translation>этот титул у другого</translation>
    </message>
    <message>
      <source>another layer of an article that is there</source>
      <translation>ещё один слой статьи, которая уже есть</translation>
    </message>
    <message>
      <source>another mention was taken for the source</source>
      <translation>за источник принято другое упоминание</translation>
    </message>
    <message>
      <source>another one</source>
      <translation>другой</translation>
    </message>
    <message>
      <source>another program made it</source>
      <translation>его создала другая программа</translation>
    </message>
    <message>
      <source>another program wrote over it</source>
      <translation>другая программа записала поверх него</translation>
    </message>
    <message>
      <source>another source of the same cue</source>
      <translation>другой источник того же ввода</translation>
    </message>
    <message>
      <source>another text stands there</source>
      <translation>там стоит другой текст</translation>
    </message>
    <message>
      <source>another version of Citata made it</source>
      <translation>его создала другая версия Citata</translation>
    </message>
    <message>
      <source>any</source>
      <translation>любая</translation>
    </message>
    <message>
      <source>article number {number}: nothing of it can be read</source>
      <translation>статья номер {number}: ничего не удалось прочитать</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: a link of {item} pointed nowhere and was taken away</source>
      <translation>статья {article}, {annotator}: ссылка {item} никуда не вела и убрана</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: items taken from a backup, as they were then ({count}): {items}</source>
      <translation>статья {article}, {annotator}: из резервной копии, какими были тогда, взяты объекты ({count}): {items}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: items taken from the log ({count}): {items}</source>
      <translation>статья {article}, {annotator}: из журнала взяты объекты ({count}): {items}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: items that the log has otherwise ({count}): {items}</source>
      <translation>статья {article}, {annotator}: в журнале иначе записаны объекты ({count}): {items}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: rows and edits of this layer are lost. Annotations of the lost edits may be missing without being named (at least {count}), and deleted ones may be back</source>
      <translation>статья {article}, {annotator}: утрачены строки и правки этого слоя. Объекты из утраченных правок могли пропасть бесследно (не меньше {count}), а удалённые — вернуться</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: status, note and flags of the article are lost</source>
      <translation>статья {article}, {annotator}: утрачены статус, заметка и флажки статьи</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the counts of the list are {kept}, and should be {expected}</source>
      <translation>статья {article}, {annotator}: счётчики списка {kept}, а должны быть {expected}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the layer cannot be kept (number {number}); items left out: {count}</source>
      <translation>статья {article}, {annotator}: слой не удалось сохранить (номер {number}); опущено объектов: {count}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the layer is kept as one of this article; elsewhere it is one of article {other}</source>
      <translation>статья {article}, {annotator}: слой сохранён как слой этой статьи; в другом месте он указан как слой статьи {other}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the layer is kept as that of {annotator}; elsewhere it is that of {other}</source>
      <translation>статья {article}, {annotator}: слой сохранён под именем {annotator}; в другом месте указано имя {other}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the log does not fit together: {reason}</source>
      <translation>статья {article}, {annotator}: журнал не сходится: {reason}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: the log gives something else for {count} items: {items}</source>
      <translation>статья {article}, {annotator}: по журналу получается другое, объектов: {count} ({items})</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: whose layer it is was lost (number {number}); its words fit this article only, and its edits are by this name</source>
      <translation>статья {article}, {annotator}: запись о том, чей это слой, утрачена (номер {number}); его слова подходят только к этой статье, а правки сделаны под этим именем</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {count} edits of the log could not be kept</source>
      <translation>статья {article}, {annotator}: правок журнала, которые не удалось сохранить: {count}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} cannot be read: {reason}</source>
      <translation>статья {article}, {annotator}: {item} не читается: {reason}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} does not fit the text and was left out</source>
      <translation>статья {article}, {annotator}: {item} не подходит к тексту и опущен</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} is kept under this id; elsewhere it is {other}</source>
      <translation>статья {article}, {annotator}: объект {item} сохранён под этим идентификатором; в другом месте указан {other}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} is kept with other words ({kept}) than the text has there ({text})</source>
      <translation>статья {article}, {annotator}: у {item} записаны другие слова ({kept}), чем стоят в тексте ({text})</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} is lost: {reason}</source>
      <translation>статья {article}, {annotator}: {item} утрачен: {reason}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {reason}</source>
      <translation>статья {article}, {annotator}: {reason}</translation>
    </message>
    <message>
      <source>article {article}: its id is kept as {article}; elsewhere it is {other}</source>
      <translation>статья {article}: сохранена под идентификатором {article}; в другом месте указан {other}</translation>
    </message>
    <message>
      <source>article {article}: its id is not certain, or was another one</source>
      <translation>статья {article}: идентификатор ненадёжен или был другим</translation>
    </message>
    <message>
      <source>article {article}: its length is kept as {kept}, and is {expected}</source>
      <translation>статья {article}: длина записана как {kept}, а на деле {expected}</translation>
    </message>
    <message>
      <source>article {article}: its metadata cannot be read and were left out</source>
      <translation>статья {article}: сведения о статье не читаются и опущены</translation>
    </message>
    <message>
      <source>article {article}: its text is lost, and with it the layers of the article</source>
      <translation>статья {article}: текст утрачен, а с ним и слои статьи</translation>
    </message>
    <message>
      <source>article {article}: its title is kept as {title}; elsewhere it is {other}</source>
      <translation>статья {article}: сохранён заголовок «{title}»; в другом месте указан «{other}»</translation>
    </message>
    <message>
      <source>article {article}: its {name} is kept as {kept}; the other of article and log had {other}</source>
      <translation>статья {article}: {name} — оставлено {kept}; в статье и в журнале было разное, другое значение — {other}</translation>
    </message>
    <message>
      <source>article {article}: the text comes from a backup</source>
      <translation>статья {article}: текст взят из резервной копии</translation>
    </message>
    <message>
      <source>article {article}: the text is kept as it can be read, but it is not what it was</source>
      <translation>статья {article}: текст сохранён так, как читается, но он не прежний</translation>
    </message>
    <message>
      <source>article {article}: the text is not what its digest says</source>
      <translation>статья {article}: текст не совпадает со своим отпечатком</translation>
    </message>
    <message>
      <source>article {article}: the title is not as it was</source>
      <translation>статья {article}: заголовок не такой, каким был</translation>
    </message>
    <message>
      <source>article {article}: {reason}</source>
      <translation>статья {article}: {reason}</translation>
    </message>
    <message>
      <source>articles</source>
      <translation>статьи</translation>
    </message>
    <message>
      <source>articles start from these</source>
      <translation>статьи начинаются с этих</translation>
    </message>
    <message>
      <source>articles' details (source, date …)</source>
      <translation>сведения о статьях (источник, дата …)</translation>
    </message>
    <message>
      <source>articles' further details</source>
      <translation>прочие сведения о статьях</translation>
    </message>
    <message>
      <source>articles' white space (tokens joined by spaces)</source>
      <translation>пробелы статей (токены соединены пробелами)</translation>
    </message>
    <message>
      <source>as it fits</source>
      <translation>по данным</translation>
    </message>
    <message>
      <source>as it is</source>
      <translation>как есть</translation>
    </message>
    <message>
      <source>at a bracket</source>
      <translation>у скобки</translation>
    </message>
    <message>
      <source>at a colon</source>
      <translation>у двоеточия</translation>
    </message>
    <message>
      <source>at a comma</source>
      <translation>у запятой</translation>
    </message>
    <message>
      <source>at a conjunction</source>
      <translation>у союза</translation>
    </message>
    <message>
      <source>at a dash</source>
      <translation>у тире</translation>
    </message>
    <message>
      <source>at a semicolon</source>
      <translation>у точки с запятой</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>не реже</translation>
    </message>
    <message>
      <source>attachments read as articles: {names}</source>
      <translation>вложения прочитаны как статьи: {names}</translation>
    </message>
    <message>
      <source>attempt to write a readonly database</source>
      <translation>база данных открыта только для чтения</translation>
    </message>
    <message>
      <source>attributed by name</source>
      <translation>названо имя</translation>
    </message>
    <message>
      <source>attributed to an organisation</source>
      <translation>названа организация</translation>
    </message>
    <message>
      <source>attributes are missing</source>
      <translation>определений не хватает</translation>
    </message>
    <message>
      <source>attributes of its own</source>
      <translation>свои определения</translation>
    </message>
    <message>
      <source>backup of the day</source>
      <translation>ежедневная копия</translation>
    </message>
    <message>
      <source>bars</source>
      <translation>полосы</translation>
    </message>
    <message>
      <source>because {reason}</source>
      <translation>потому что: {reason}</translation>
    </message>
    <message>
      <source>before a merge</source>
      <translation>перед слиянием</translation>
    </message>
    <message>
      <source>before the file was brought up from version {version}</source>
      <translation>перед переводом файла с версии {version}</translation>
    </message>
    <message>
      <source>before the log was compacted</source>
      <translation>перед сжатием журнала</translation>
    </message>
    <message>
      <source>begins with a capital letter</source>
      <translation>с прописной буквы</translation>
    </message>
    <message>
      <source>blocks around the article</source>
      <translation>блоки вокруг статьи</translation>
    </message>
    <message>
      <source>blocks of links</source>
      <translation>блоки ссылок</translation>
    </message>
    <message>
      <source>both taken</source>
      <translation>взяты оба</translation>
    </message>
    <message numerus="yes">
      <source>bring back %n article(s)</source>
      <translation>
        <numerusform>вернуть %n статью</numerusform>
        <numerusform>вернуть %n статьи</numerusform>
        <numerusform>вернуть %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>brought back: it had been removed</source>
      <translation>возвращена: статья была убрана</translation>
    </message>
    <message>
      <source>by article</source>
      <translation>по статьям</translation>
    </message>
    <message>
      <source>by date</source>
      <translation>по дате</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>вручную</translation>
    </message>
    <message>
      <source>by majority</source>
      <translation>по большинству</translation>
    </message>
    <message>
      <source>by source</source>
      <translation>по изданию</translation>
    </message>
    <message>
      <source>by speaker</source>
      <translation>по говорящему</translation>
    </message>
    <message>
      <source>by the words after</source>
      <translation>по словам после</translation>
    </message>
    <message>
      <source>by the words before</source>
      <translation>по словам до</translation>
    </message>
    <message>
      <source>called a medium in the article</source>
      <translation>в статье назван изданием</translation>
    </message>
    <message>
      <source>called by name where it was mentioned last</source>
      <translation>в последнем упоминании назван по имени</translation>
    </message>
    <message>
      <source>called the same: {words}</source>
      <translation>названы одинаково: {words}</translation>
    </message>
    <message>
      <source>came: {what}</source>
      <translation>добавлено: {what}</translation>
    </message>
    <message>
      <source>captions of a picture</source>
      <translation>подписи к картинкам</translation>
    </message>
    <message>
      <source>cells that begin like a formula (an apostrophe put before them)</source>
      <translation>ячейки, похожие на формулу (перед ними поставлен апостроф)</translation>
    </message>
    <message>
      <source>chain link</source>
      <translation>звено цепочки</translation>
    </message>
    <message>
      <source>change the content</source>
      <translation>изменить содержание</translation>
    </message>
    <message>
      <source>change the form</source>
      <translation>изменить форму</translation>
    </message>
    <message numerus="yes">
      <source>change the form of %n line(s)</source>
      <translation>
        <numerusform>сменить форму в %n строке</numerusform>
        <numerusform>сменить форму в %n строках</numerusform>
        <numerusform>сменить форму в %n строках</numerusform>
      </translation>
    </message>
    <message>
      <source>change the label</source>
      <translation>изменить метку</translation>
    </message>
    <message>
      <source>change the nesting</source>
      <translation>изменить вложение</translation>
    </message>
    <message>
      <source>change the status</source>
      <translation>изменить статус</translation>
    </message>
    <message>
      <source>changed here, deleted in the copy</source>
      <translation>изменён здесь, удалён в копии</translation>
    </message>
    <message>
      <source>changed in the copy, deleted here</source>
      <translation>изменён в копии, удалён здесь</translation>
    </message>
    <message>
      <source>changed since</source>
      <translation>изменилось</translation>
    </message>
    <message>
      <source>characters that XML cannot hold (replaced by U+FFFD)</source>
      <translation>знаки, которых не бывает в XML (заменены на U+FFFD)</translation>
    </message>
    <message>
      <source>characters that a text file cannot hold (replaced by U+FFFD)</source>
      <translation>символы, которых не может быть в текстовом файле (заменены на U+FFFD)</translation>
    </message>
    <message>
      <source>characters that a workbook cannot hold (replaced by U+FFFD)</source>
      <translation>знаки, которых не бывает в книге Excel (заменены на U+FFFD)</translation>
    </message>
    <message>
      <source>choice of speakers</source>
      <translation>выбор говорящих</translation>
    </message>
    <message>
      <source>clause after a participle of speech</source>
      <translation>придаточное после причастия речи</translation>
    </message>
    <message>
      <source>clause around an inserted attribution</source>
      <translation>предложение вокруг вставного ввода</translation>
    </message>
    <message>
      <source>clause before its cue</source>
      <translation>предложение перед словом-вводом</translation>
    </message>
    <message>
      <source>clause of a cue</source>
      <translation>придаточное при слове-вводе</translation>
    </message>
    <message>
      <source>clause of a noun of speech</source>
      <translation>придаточное при существительном речи</translation>
    </message>
    <message>
      <source>clause with “according to”</source>
      <translation>предложение с «по словам»</translation>
    </message>
    <message>
      <source>clause with “as somebody said”</source>
      <translation>предложение с «как сообщил»</translation>
    </message>
    <message>
      <source>clause with “{word}”</source>
      <translation>придаточное с «{word}»</translation>
    </message>
    <message>
      <source>clause without a conjunction</source>
      <translation>предложение без союза</translation>
    </message>
    <message>
      <source>comma</source>
      <translation>запятая</translation>
    </message>
    <message>
      <source>comma before the closing mark</source>
      <translation>запятая перед закрывающей кавычкой</translation>
    </message>
    <message>
      <source>comment on a decision</source>
      <translation>замечание к решению</translation>
    </message>
    <message>
      <source>comments</source>
      <translation>примечания рецензентов</translation>
    </message>
    <message>
      <source>composed</source>
      <translation>составлено</translation>
    </message>
    <message>
      <source>conflict: {what}</source>
      <translation>противоречие: {what}</translation>
    </message>
    <message>
      <source>conflicts are left, or texts differ</source>
      <translation>остались противоречия, или тексты различаются</translation>
    </message>
    <message>
      <source>content</source>
      <translation>содержание</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>исправлено</translation>
    </message>
    <message>
      <source>counted people before the cue</source>
      <translation>люди с числом перед вводом</translation>
    </message>
    <message>
      <source>crosses what was proposed before it</source>
      <translation>пересекает предложенное раньше</translation>
    </message>
    <message>
      <source>cue</source>
      <translation>слово-ввод</translation>
    </message>
    <message>
      <source>cue of {what} set to {cue}</source>
      <translation>слово-ввод для {what}: {cue}</translation>
    </message>
    <message>
      <source>cue words</source>
      <translation>слова-вводы</translation>
    </message>
    <message>
      <source>cue {words}</source>
      <translation>слово-ввод {words}</translation>
    </message>
    <message>
      <source>cue “{word}”</source>
      <translation>слово-ввод «{word}»</translation>
    </message>
    <message>
      <source>cues</source>
      <translation>слова-вводы</translation>
    </message>
    <message>
      <source>dark</source>
      <translation>тёмное</translation>
    </message>
    <message>
      <source>dash</source>
      <translation>тире</translation>
    </message>
    <message>
      <source>database disk image is malformed</source>
      <translation>нарушено строение базы данных</translation>
    </message>
    <message>
      <source>database is locked</source>
      <translation>база данных занята</translation>
    </message>
    <message>
      <source>database or disk is full</source>
      <translation>нет места в базе данных или на диске</translation>
    </message>
    <message>
      <source>day by day</source>
      <translation>по дням</translation>
    </message>
    <message>
      <source>delete</source>
      <translation>удалить</translation>
    </message>
    <message>
      <source>delete the actor</source>
      <translation>удалить источник</translation>
    </message>
    <message>
      <source>describe a source of the register</source>
      <translation>описать источник в реестре</translation>
    </message>
    <message>
      <source>describe the actor</source>
      <translation>описать источник</translation>
    </message>
    <message>
      <source>description</source>
      <translation>описание</translation>
    </message>
    <message>
      <source>description resolved from the context</source>
      <translation>описание раскрыто по контексту</translation>
    </message>
    <message numerus="yes">
      <source>details of %n article(s)</source>
      <translation>
        <numerusform>сведения %n статьи</numerusform>
        <numerusform>сведения %n статей</numerusform>
        <numerusform>сведения %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>dev</source>
      <translation>dev</translation>
    </message>
    <message>
      <source>direct</source>
      <translation>прямая</translation>
    </message>
    <message>
      <source>direct speech</source>
      <translation>прямая речь</translation>
    </message>
    <message>
      <source>disk I/O error</source>
      <translation>ошибка чтения или записи диска</translation>
    </message>
    <message>
      <source>document</source>
      <translation>документ</translation>
    </message>
    <message>
      <source>does not go with the names inside the description</source>
      <translation>не вяжется с именами внутри описания</translation>
    </message>
    <message>
      <source>doubt about {what} changed</source>
      <translation>сомнение в {what} изменено</translation>
    </message>
    <message>
      <source>edges</source>
      <translation>границы</translation>
    </message>
    <message>
      <source>edges by policy</source>
      <translation>края по правилу</translation>
    </message>
    <message>
      <source>edit {number} of the log: its author, time, name or uid could not be read and is made anew</source>
      <translation>правка {number} в журнале: автор, время, название или uid не читались и заменены новыми</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>исправлено</translation>
    </message>
    <message>
      <source>edits made after that backup, of which the damaged file still tells, and which are missing: {count}</source>
      <translation>правки после этой копии, о которых в повреждённом файле ещё есть сведения и которых теперь нет: {count}</translation>
    </message>
    <message>
      <source>edits of the log that cannot be read: {count}</source>
      <translation>не читаются правки журнала: {count}</translation>
    </message>
    <message>
      <source>elsewhere</source>
      <translation>в другом месте</translation>
    </message>
    <message>
      <source>embedded documents</source>
      <translation>вложенные документы</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>пусто</translation>
    </message>
    <message>
      <source>end punctuation in or out</source>
      <translation>конечный знак внутрь или наружу</translation>
    </message>
    <message>
      <source>end: {what}</source>
      <translation>конец: {what}</translation>
    </message>
    <message>
      <source>endnotes</source>
      <translation>концевые сноски</translation>
    </message>
    <message>
      <source>ends earlier</source>
      <translation>кончается раньше</translation>
    </message>
    <message>
      <source>ends later</source>
      <translation>кончается позже</translation>
    </message>
    <message>
      <source>ends of clauses</source>
      <translation>концы придаточных</translation>
    </message>
    <message>
      <source>entities</source>
      <translation>сущности</translation>
    </message>
    <message>
      <source>entities ({labels})</source>
      <translation>сущности ({labels})</translation>
    </message>
    <message numerus="yes">
      <source>entities of %n label(s)</source>
      <translation>
        <numerusform>сущности (%n метка)</numerusform>
        <numerusform>сущности (%n метки)</numerusform>
        <numerusform>сущности (%n меток)</numerusform>
      </translation>
    </message>
    <message>
      <source>entity</source>
      <translation>сущность</translation>
    </message>
    <message>
      <source>entity, with its label</source>
      <translation>сущность с меткой</translation>
    </message>
    <message>
      <source>everybody</source>
      <translation>все</translation>
    </message>
    <message>
      <source>everything was saved</source>
      <translation>спасено всё</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>точно</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>код возврата {code}</translation>
    </message>
    <message>
      <source>feminine</source>
      <translation>женский</translation>
    </message>
    <message>
      <source>field that the program filled in, not settled</source>
      <translation>поле заполнила программа, не решено</translation>
    </message>
    <message>
      <source>fields that the program guessed</source>
      <translation>поля, которые подобрала программа</translation>
    </message>
    <message>
      <source>file is not a database</source>
      <translation>файл — не база данных</translation>
    </message>
    <message>
      <source>first person</source>
      <translation>первое лицо</translation>
    </message>
    <message>
      <source>fix what the checks found</source>
      <translation>исправить найденное проверками</translation>
    </message>
    <message>
      <source>flag</source>
      <translation>отметить сомнение</translation>
    </message>
    <message numerus="yes">
      <source>flag %n line(s) as unsure</source>
      <translation>
        <numerusform>пометить %n строку сомнительной</numerusform>
        <numerusform>пометить %n строки сомнительными</numerusform>
        <numerusform>пометить %n строк сомнительными</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>flag the articles of %n line(s) as unsure</source>
      <translation>
        <numerusform>пометить сомнительной статью %n строки</numerusform>
        <numerusform>пометить сомнительными статьи %n строк</numerusform>
        <numerusform>пометить сомнительными статьи %n строк</numerusform>
      </translation>
    </message>
    <message>
      <source>flags</source>
      <translation>флажки</translation>
    </message>
    <message>
      <source>footnotes</source>
      <translation>сноски</translation>
    </message>
    <message>
      <source>form</source>
      <translation>форма</translation>
    </message>
    <message>
      <source>form of {what} set to {form}</source>
      <translation>форма для {what}: {form}</translation>
    </message>
    <message>
      <source>form: {form}</source>
      <translation>форма: {form}</translation>
    </message>
    <message>
      <source>found</source>
      <translation>найдено</translation>
    </message>
    <message>
      <source>four to eight words</source>
      <translation>от четырёх до восьми слов</translation>
    </message>
    <message>
      <source>fragment of an entity, cue or mention (joined into one span)</source>
      <translation>фрагмент сущности, слова-ввода или упоминания (соединён в один отрезок)</translation>
    </message>
    <message>
      <source>frames that are not in the file</source>
      <translation>фреймы, которых нет в файле</translation>
    </message>
    <message>
      <source>from</source>
      <translation>от</translation>
    </message>
    <message numerus="yes">
      <source>from %n article(s)</source>
      <translation>
        <numerusform>из %n статьи</numerusform>
        <numerusform>из %n статей</numerusform>
        <numerusform>из %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>from the text</source>
      <translation>из текста</translation>
    </message>
    <message>
      <source>full name in the sentence before</source>
      <translation>полное имя в предыдущем предложении</translation>
    </message>
    <message>
      <source>full name where it was named last</source>
      <translation>полное имя там, где назван в последний раз</translation>
    </message>
    <message>
      <source>full stop</source>
      <translation>точка</translation>
    </message>
    <message>
      <source>full stop before the closing mark</source>
      <translation>точка перед закрывающей кавычкой</translation>
    </message>
    <message>
      <source>further off: {count}</source>
      <translation>дальше: {count}</translation>
    </message>
    <message>
      <source>gender</source>
      <translation>род</translation>
    </message>
    <message>
      <source>gender agrees with the cue</source>
      <translation>род подходит к слову-вводу</translation>
    </message>
    <message>
      <source>gender agrees with the mention</source>
      <translation>род подходит к упоминанию</translation>
    </message>
    <message>
      <source>gender differs from the cue</source>
      <translation>род не подходит к слову-вводу</translation>
    </message>
    <message>
      <source>gender differs from the mention</source>
      <translation>род не подходит к упоминанию</translation>
    </message>
    <message>
      <source>gender is not known</source>
      <translation>род неизвестен</translation>
    </message>
    <message>
      <source>gender not told</source>
      <translation>род не указан</translation>
    </message>
    <message numerus="yes">
      <source>give out %n article(s)</source>
      <translation>
        <numerusform>раздать %n статью</numerusform>
        <numerusform>раздать %n статьи</numerusform>
        <numerusform>раздать %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>go back in the history</source>
      <translation>возврат в истории</translation>
    </message>
    <message>
      <source>goes with the names inside the description</source>
      <translation>вяжется с именами внутри описания</translation>
    </message>
    <message>
      <source>gold</source>
      <translation>эталон</translation>
    </message>
    <message>
      <source>gold {gold}, found {found}</source>
      <translation>в эталоне {gold}, найдено {found}</translation>
    </message>
    <message>
      <source>group</source>
      <translation>группа</translation>
    </message>
    <message>
      <source>guess</source>
      <translation>догадка</translation>
    </message>
    <message>
      <source>half of a surrogate pair stands here: an emoji was cut in two. Repair the line.</source>
      <translation>здесь половина суррогатной пары: эмодзи разрезан надвое. Исправьте строку.</translation>
    </message>
    <message>
      <source>has a title and was named last</source>
      <translation>с титулом и назван последним</translation>
    </message>
    <message>
      <source>has a title of this kind</source>
      <translation>с титулом этого вида</translation>
    </message>
    <message>
      <source>has no such title, and the description is of another's</source>
      <translation>такого звания нет, и описание чужого</translation>
    </message>
    <message>
      <source>has no title like it</source>
      <translation>без такого титула</translation>
    </message>
    <message>
      <source>has other titles, and another's fit better</source>
      <translation>звания другие, а чужие подходят лучше</translation>
    </message>
    <message>
      <source>has spoken before</source>
      <translation>уже говорил</translation>
    </message>
    <message>
      <source>has spoken before the message</source>
      <translation>говорил до сообщения</translation>
    </message>
    <message>
      <source>has this title</source>
      <translation>с этим титулом</translation>
    </message>
    <message>
      <source>hidden blocks</source>
      <translation>скрытые блоки</translation>
    </message>
    <message>
      <source>hidden paragraphs</source>
      <translation>скрытые абзацы</translation>
    </message>
    <message>
      <source>hidden runs of words</source>
      <translation>скрытые слова</translation>
    </message>
    <message>
      <source>hidden sections</source>
      <translation>скрытые разделы</translation>
    </message>
    <message>
      <source>holds a name</source>
      <translation>содержит имя</translation>
    </message>
    <message>
      <source>holds a name, and nobody fits</source>
      <translation>содержит имя, и никто не подходит</translation>
    </message>
    <message>
      <source>holds a person's name</source>
      <translation>содержит имя лица</translation>
    </message>
    <message>
      <source>how many edits were made after that backup cannot be told: no edit can be read</source>
      <translation>сколько правок сделано после этой копии, неизвестно: прочитать не удалось ни одной</translation>
    </message>
    <message>
      <source>identifier</source>
      <translation>идентификатор</translation>
    </message>
    <message>
      <source>ids too long for the name of a file (shortened)</source>
      <translation>идентификаторы, слишком длинные для имени файла (сокращены)</translation>
    </message>
    <message>
      <source>import</source>
      <translation>импорт</translation>
    </message>
    <message>
      <source>import sources into the register</source>
      <translation>импорт источников в реестр</translation>
    </message>
    <message numerus="yes">
      <source>in %n article(s)</source>
      <translation>
        <numerusform>в %n статье</numerusform>
        <numerusform>в %n статьях</numerusform>
        <numerusform>в %n статьях</numerusform>
      </translation>
    </message>
    <message>
      <source>in the first paragraph</source>
      <translation>в первом абзаце</translation>
    </message>
    <message>
      <source>indirect</source>
      <translation>косвенная</translation>
    </message>
    <message>
      <source>indirect speech</source>
      <translation>косвенная речь</translation>
    </message>
    <message>
      <source>inserted attribution</source>
      <translation>вставной ввод</translation>
    </message>
    <message>
      <source>inside</source>
      <translation>внутри</translation>
    </message>
    <message>
      <source>interruptions of quotations</source>
      <translation>разрывы цитат</translation>
    </message>
    <message>
      <source>introduced in the sentence before</source>
      <translation>введён в предыдущем предложении</translation>
    </message>
    <message>
      <source>introduced in this sentence</source>
      <translation>введён в этом предложении</translation>
    </message>
    <message>
      <source>introduces a clause</source>
      <translation>вводит придаточное</translation>
    </message>
    <message>
      <source>introduces no quotation</source>
      <translation>не вводит цитату</translation>
    </message>
    <message>
      <source>introduces speech</source>
      <translation>вводит прямую речь</translation>
    </message>
    <message>
      <source>it begins with http:// or https://</source>
      <translation>адрес начинается с http:// или https://</translation>
    </message>
    <message>
      <source>it could not be done, or a part of it was refused; standard error says what and why</source>
      <translation>не удалось сделать, или часть не принята; что и почему — в стандартном выводе ошибок</translation>
    </message>
    <message>
      <source>it does not open; reading what is left on its pages</source>
      <translation>он не открывается; читается то, что осталось на его страницах</translation>
    </message>
    <message>
      <source>it has a NUL character</source>
      <translation>в нём знак NUL</translation>
    </message>
    <message>
      <source>it is a device</source>
      <translation>это устройство</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>это папка</translation>
    </message>
    <message>
      <source>it is a pipe</source>
      <translation>это канал</translation>
    </message>
    <message>
      <source>it is a socket</source>
      <translation>это сокет</translation>
    </message>
    <message>
      <source>it is damaged</source>
      <translation>он повреждён</translation>
    </message>
    <message>
      <source>it is no JSON</source>
      <translation>это не JSON</translation>
    </message>
    <message>
      <source>it is no JSON object</source>
      <translation>это не объект JSON</translation>
    </message>
    <message>
      <source>it is no address</source>
      <translation>это не адрес</translation>
    </message>
    <message>
      <source>it is no plain file</source>
      <translation>это не обычный файл</translation>
    </message>
    <message>
      <source>it is that of another project</source>
      <translation>это индекс другого проекта</translation>
    </message>
    <message>
      <source>it is too large</source>
      <translation>он слишком велик</translation>
    </message>
    <message>
      <source>it is write-protected</source>
      <translation>он защищён от записи</translation>
    </message>
    <message>
      <source>it names no model</source>
      <translation>не названа модель</translation>
    </message>
    <message>
      <source>it names no program</source>
      <translation>не названа программа</translation>
    </message>
    <message>
      <source>it names {named}, which does not fit: read as {name}</source>
      <translation>указана кодировка {named}, она не подходит: прочитано как {name}</translation>
    </message>
    <message>
      <source>its titles fit as well as another's</source>
      <translation>титулы подходят не хуже, чем у другого</translation>
    </message>
    <message>
      <source>its titles fit best</source>
      <translation>титулы подходят лучше всех</translation>
    </message>
    <message>
      <source>its titles fit far better than another's</source>
      <translation>титулы подходят намного лучше, чем у другого</translation>
    </message>
    <message>
      <source>its titles fit less well</source>
      <translation>титулы подходят хуже</translation>
    </message>
    <message>
      <source>join quotations</source>
      <translation>соединить цитаты</translation>
    </message>
    <message>
      <source>kept beside {id}, whose text is nearly the same ({likeness} %)</source>
      <translation>оставлено рядом с {id}: текст почти тот же ({likeness} %)</translation>
    </message>
    <message>
      <source>kept beside {id}, whose text is the same</source>
      <translation>оставлено рядом с {id}: текст тот же</translation>
    </message>
    <message>
      <source>kept: {kept}</source>
      <translation>оставлено: {kept}</translation>
    </message>
    <message>
      <source>kind</source>
      <translation>вид</translation>
    </message>
    <message>
      <source>kind not told</source>
      <translation>вид не указан</translation>
    </message>
    <message>
      <source>kind of title and attributes fit</source>
      <translation>вид титула и определения подходят</translation>
    </message>
    <message>
      <source>kinds of actors</source>
      <translation>виды источников</translation>
    </message>
    <message>
      <source>knowledge {version}</source>
      <translation>знания {version}</translation>
    </message>
    <message>
      <source>known by the whole description</source>
      <translation>известен по всему описанию</translation>
    </message>
    <message>
      <source>known for another office</source>
      <translation>известен по другой должности</translation>
    </message>
    <message>
      <source>known for something else</source>
      <translation>известен другим</translation>
    </message>
    <message>
      <source>known from this project's articles</source>
      <translation>известен из статей этого проекта</translation>
    </message>
    <message>
      <source>known to hold this office</source>
      <translation>известно, что занимает эту должность</translation>
    </message>
    <message>
      <source>known to hold this office of this place</source>
      <translation>известно, что занимает эту должность в этом месте</translation>
    </message>
    <message>
      <source>label</source>
      <translation>метка</translation>
    </message>
    <message numerus="yes">
      <source>label %n line(s)</source>
      <translation>
        <numerusform>дать метку %n строке</numerusform>
        <numerusform>дать метку %n строкам</numerusform>
        <numerusform>дать метку %n строкам</numerusform>
      </translation>
    </message>
    <message>
      <source>label of {what} set to {label}</source>
      <translation>метка для {what}: {label}</translation>
    </message>
    <message>
      <source>lay other proposals over it</source>
      <translation>положить поверх другие предложения</translation>
    </message>
    <message>
      <source>layer of {name}</source>
      <translation>слой: {name}</translation>
    </message>
    <message>
      <source>layers: {whose}</source>
      <translation>слои: {whose}</translation>
    </message>
    <message>
      <source>leave the author’s words out</source>
      <translation>исключить слова автора</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>снаружи</translation>
    </message>
    <message>
      <source>left out: attachments: {number} ({names})</source>
      <translation>пропущено: вложения: {number} ({names})</translation>
    </message>
    <message>
      <source>left out: {what}: {number}</source>
      <translation>не вошло: {what}: {number}</translation>
    </message>
    <message>
      <source>letters put right: cp1251 was named as a western code page</source>
      <translation>буквы исправлены: cp1251 была названа западной кодировкой</translation>
    </message>
    <message>
      <source>letters put right: the fonts of the document name western ones for Russian</source>
      <translation>буквы исправлены: шрифты документа называют русские буквы западными</translation>
    </message>
    <message>
      <source>letters set apart, their blanks kept: {number} ({shown})</source>
      <translation>слова вразрядку, пробелы в них остались: {number} ({shown})</translation>
    </message>
    <message>
      <source>light</source>
      <translation>светлое</translation>
    </message>
    <message>
      <source>likelier, +{size}</source>
      <translation>чаще, +{size}</translation>
    </message>
    <message>
      <source>likeliest by this project's articles</source>
      <translation>вероятнее всего по статьям проекта</translation>
    </message>
    <message>
      <source>line breaks at the edges of spans</source>
      <translation>переводы строки по краям отрезков</translation>
    </message>
    <message>
      <source>line of dialogue</source>
      <translation>реплика диалога</translation>
    </message>
    <message>
      <source>line of dialogue with its frame</source>
      <translation>реплика диалога со словами автора</translation>
    </message>
    <message>
      <source>line {line}</source>
      <translation>строка {line}</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>линии</translation>
    </message>
    <message>
      <source>lines joined to paragraphs</source>
      <translation>строки соединены в абзацы</translation>
    </message>
    <message>
      <source>lines of a quoted mail</source>
      <translation>строки процитированного письма</translation>
    </message>
    <message>
      <source>lines of a signature</source>
      <translation>строки подписи</translation>
    </message>
    <message>
      <source>lines of brat that cannot be kept here (events, attributes, notes on them, equivalences)</source>
      <translation>строки brat, которые здесь негде хранить (события, атрибуты, заметки к ним, эквивалентности)</translation>
    </message>
    <message>
      <source>lines of the head of a forwarded mail</source>
      <translation>строки шапки пересланного письма</translation>
    </message>
    <message>
      <source>link to the register</source>
      <translation>связать с реестром</translation>
    </message>
    <message>
      <source>links of actors to the register</source>
      <translation>связи источников с реестром</translation>
    </message>
    <message>
      <source>log loss</source>
      <translation>лог-потери</translation>
    </message>
    <message>
      <source>main text of the page</source>
      <translation>основной текст страницы</translation>
    </message>
    <message>
      <source>make a version of one’s own</source>
      <translation>свой вариант</translation>
    </message>
    <message>
      <source>make one range</source>
      <translation>один отрезок</translation>
    </message>
    <message>
      <source>mark a quotation</source>
      <translation>разметить цитату</translation>
    </message>
    <message>
      <source>mark an entity</source>
      <translation>разметить сущность</translation>
    </message>
    <message>
      <source>mark entities</source>
      <translation>разметить сущности</translation>
    </message>
    <message>
      <source>masculine</source>
      <translation>мужской</translation>
    </message>
    <message>
      <source>may have issued the document</source>
      <translation>мог издать этот документ</translation>
    </message>
    <message>
      <source>media that the news is in</source>
      <translation>СМИ, в которых появилась новость</translation>
    </message>
    <message>
      <source>mention {words}</source>
      <translation>упоминание {words}</translation>
    </message>
    <message>
      <source>merge actors</source>
      <translation>объединить источники</translation>
    </message>
    <message>
      <source>merge sources of the register</source>
      <translation>объединить источники в реестре</translation>
    </message>
    <message>
      <source>mixed</source>
      <translation>смешанная</translation>
    </message>
    <message>
      <source>mixed quotation</source>
      <translation>смешанная цитата</translation>
    </message>
    <message>
      <source>modifier in a sentence shortly before</source>
      <translation>определение в предложении незадолго до этого</translation>
    </message>
    <message>
      <source>modifier where it was named last</source>
      <translation>определение там, где назван в последний раз</translation>
    </message>
    <message>
      <source>month by month</source>
      <translation>по месяцам</translation>
    </message>
    <message>
      <source>move an edge</source>
      <translation>сдвинуть край</translation>
    </message>
    <message>
      <source>move to another actor</source>
      <translation>отнести к другому источнику</translation>
    </message>
    <message>
      <source>name</source>
      <translation>имя</translation>
    </message>
    <message>
      <source>name after the speech, as a signature</source>
      <translation>имя после речи, как подпись</translation>
    </message>
    <message>
      <source>name and colon before the speech</source>
      <translation>имя и двоеточие перед речью</translation>
    </message>
    <message>
      <source>name inside a name</source>
      <translation>имя внутри имени</translation>
    </message>
    <message>
      <source>name seen elsewhere in the article</source>
      <translation>имя, найденное в другом месте статьи</translation>
    </message>
    <message>
      <source>name that this project taught</source>
      <translation>имя, которому научил этот проект</translation>
    </message>
    <message>
      <source>named about as often as the main actor</source>
      <translation>назван почти так же часто, как главное лицо</translation>
    </message>
    <message>
      <source>named farther back</source>
      <translation>назван ещё раньше</translation>
    </message>
    <message>
      <source>named first in the article</source>
      <translation>назван первым в статье</translation>
    </message>
    <message>
      <source>named first in the paragraph before</source>
      <translation>назван первым в предыдущем абзаце</translation>
    </message>
    <message>
      <source>named first in this paragraph</source>
      <translation>назван первым в этом абзаце</translation>
    </message>
    <message>
      <source>named first soon after the attribution</source>
      <translation>впервые назван вскоре после ввода</translation>
    </message>
    <message>
      <source>named first soon after the attribution, and a title fits</source>
      <translation>впервые назван вскоре после ввода, и звание подходит</translation>
    </message>
    <message>
      <source>named in the attribution</source>
      <translation>назван во вводе</translation>
    </message>
    <message>
      <source>named in the headline</source>
      <translation>назван в заголовке</translation>
    </message>
    <message>
      <source>named in the paragraph before</source>
      <translation>назван в предыдущем абзаце</translation>
    </message>
    <message>
      <source>named in the same paragraph</source>
      <translation>назван в том же абзаце</translation>
    </message>
    <message>
      <source>named in the same sentence</source>
      <translation>назван в том же предложении</translation>
    </message>
    <message>
      <source>named in the sentence before</source>
      <translation>назван в предыдущем предложении</translation>
    </message>
    <message>
      <source>named last and close by</source>
      <translation>назван последним и рядом</translation>
    </message>
    <message>
      <source>named last before the message</source>
      <translation>назван последним перед сообщением</translation>
    </message>
    <message>
      <source>named last but one of its kind</source>
      <translation>предпоследний названный своего вида</translation>
    </message>
    <message>
      <source>named last but two of its kind</source>
      <translation>третий с конца названный своего вида</translation>
    </message>
    <message>
      <source>named last inside speech</source>
      <translation>в последний раз назван внутри речи</translation>
    </message>
    <message>
      <source>named last of its kind</source>
      <translation>последний названный своего вида</translation>
    </message>
    <message>
      <source>named most in the article that has the message</source>
      <translation>чаще всех назван в статье с сообщением</translation>
    </message>
    <message>
      <source>named often</source>
      <translation>назван часто</translation>
    </message>
    <message>
      <source>named only after the frame</source>
      <translation>назван только после ввода</translation>
    </message>
    <message>
      <source>named only inside speech</source>
      <translation>назван только внутри речи</translation>
    </message>
    <message>
      <source>named only inside this quotation</source>
      <translation>назван только внутри этой цитаты</translation>
    </message>
    <message>
      <source>named some way back</source>
      <translation>назван довольно давно</translation>
    </message>
    <message>
      <source>named two sentences before</source>
      <translation>назван за два предложения до этого</translation>
    </message>
    <message>
      <source>named, and an unnamed source is meant</source>
      <translation>назван, а имеется в виду безымянный источник</translation>
    </message>
    <message>
      <source>named, and somebody introduced is meant</source>
      <translation>назван, а речь о ком-то представленном</translation>
    </message>
    <message>
      <source>names</source>
      <translation>имена</translation>
    </message>
    <message>
      <source>names an actor or a quotation that is not in the answer</source>
      <translation>ссылается на лицо или цитату, которых нет в ответе</translation>
    </message>
    <message>
      <source>names the source</source>
      <translation>называет источник</translation>
    </message>
    <message>
      <source>names {label}</source>
      <translation>имена {label}</translation>
    </message>
    <message>
      <source>nearly the same text as {twin} ({likeness})</source>
      <translation>почти тот же текст, что {twin} ({likeness})</translation>
    </message>
    <message>
      <source>neither title nor names inside the description fit</source>
      <translation>не подходят ни титул, ни имена внутри описания</translation>
    </message>
    <message>
      <source>nesting of quotations</source>
      <translation>вложенность цитат</translation>
    </message>
    <message>
      <source>nesting of {what} changed</source>
      <translation>вложение {what} изменено</translation>
    </message>
    <message>
      <source>new</source>
      <translation>новый</translation>
    </message>
    <message>
      <source>new actor</source>
      <translation>новый источник</translation>
    </message>
    <message>
      <source>new actor {actor} for {what}</source>
      <translation>новый источник {actor} для {what}</translation>
    </message>
    <message>
      <source>new source in the register</source>
      <translation>новый источник в реестре</translation>
    </message>
    <message>
      <source>new version of {id}</source>
      <translation>новая версия {id}</translation>
    </message>
    <message>
      <source>new: {name}</source>
      <translation>новый: {name}</translation>
    </message>
    <message>
      <source>nine words and more</source>
      <translation>девять слов и больше</translation>
    </message>
    <message>
      <source>no</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>no cue</source>
      <translation>нет слова-ввода</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>расхождений нет</translation>
    </message>
    <message>
      <source>no frame, after a speech</source>
      <translation>без ввода, после чьей-то речи</translation>
    </message>
    <message>
      <source>no frame: whoever spoke right before</source>
      <translation>ввода нет: тот, кто говорил перед этим</translation>
    </message>
    <message>
      <source>no gender of a speaker is known</source>
      <translation>пол говорящих неизвестен</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>без клавиши</translation>
    </message>
    <message>
      <source>no mention</source>
      <translation>нет упоминания</translation>
    </message>
    <message>
      <source>no mention stands there, and somebody else was taken</source>
      <translation>упоминания там нет, и взят кто-то другой</translation>
    </message>
    <message>
      <source>no name</source>
      <translation>не имя</translation>
    </message>
    <message>
      <source>no source beside it</source>
      <translation>источник рядом не назван</translation>
    </message>
    <message>
      <source>no source named</source>
      <translation>источник не назван</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>никто</translation>
    </message>
    <message>
      <source>nobody fits by title</source>
      <translation>по титулу не подходит никто</translation>
    </message>
    <message>
      <source>nobody has a title like it</source>
      <translation>такого титула нет ни у кого</translation>
    </message>
    <message>
      <source>nobody has decided; about {share} are expected to be right</source>
      <translation>никем не решены; верны, как ожидается, около {share}</translation>
    </message>
    <message>
      <source>nobody has decided; how many are right is not known</source>
      <translation>никем не решены; сколько верных, неизвестно</translation>
    </message>
    <message>
      <source>nobody has the title, and the headline names this one</source>
      <translation>титула нет ни у кого, а этот назван в заголовке</translation>
    </message>
    <message>
      <source>nobody is named before</source>
      <translation>до этого никто не назван</translation>
    </message>
    <message>
      <source>none</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>not allowed yet</source>
      <translation>ещё не разрешено</translation>
    </message>
    <message numerus="yes">
      <source>not compared: %n article(s) that only {name} has</source>
      <translation>
        <numerusform>не сравнивалась: %n статья, которая есть только у {name}</numerusform>
        <numerusform>не сравнивались: %n статьи, которые есть только у {name}</numerusform>
        <numerusform>не сравнивались: %n статей, которые есть только у {name}</numerusform>
      </translation>
    </message>
    <message>
      <source>not found</source>
      <translation>не найдено</translation>
    </message>
    <message>
      <source>not held by the format: {count} {what}</source>
      <translation>не вошло в формат: {what}: {count}</translation>
    </message>
    <message>
      <source>not in the text word for word</source>
      <translation>дословно в тексте не найдено</translation>
    </message>
    <message>
      <source>not installed</source>
      <translation>не установлен</translation>
    </message>
    <message>
      <source>not known to hold the office of this place</source>
      <translation>неизвестно, занимает ли эту должность в этом месте</translation>
    </message>
    <message>
      <source>not named any more</source>
      <translation>больше не назван</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>не задано</translation>
    </message>
    <message>
      <source>not set; press {key}</source>
      <translation>не задано; клавиша {key}</translation>
    </message>
    <message>
      <source>not sure</source>
      <translation>не уверены</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>not ticked</source>
      <translation>не отмечена</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>не используется</translation>
    </message>
    <message>
      <source>not used yet: too few articles to be sure</source>
      <translation>пока не используется: для уверенности мало статей</translation>
    </message>
    <message>
      <source>not used: the part is not kept</source>
      <translation>не используется: часть не лучше самой программы</translation>
    </message>
    <message>
      <source>not used: undecided</source>
      <translation>не используется: не решено</translation>
    </message>
    <message>
      <source>not written as the exchange format has it</source>
      <translation>записано не так, как в формате обмена</translation>
    </message>
    <message>
      <source>note</source>
      <translation>примечание</translation>
    </message>
    <message>
      <source>note on {what}: {note}</source>
      <translation>заметка к {what}: {note}</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>заметки</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>больше ничему</translation>
    </message>
    <message>
      <source>nothing is lost</source>
      <translation>ничего не теряется</translation>
    </message>
    <message>
      <source>nothing marked</source>
      <translation>нет разметки</translation>
    </message>
    <message>
      <source>nothing new</source>
      <translation>нового нет</translation>
    </message>
    <message>
      <source>nothing waits to be decided</source>
      <translation>ничто не ждёт решения</translation>
    </message>
    <message>
      <source>nothing was left out</source>
      <translation>ничего не пропущено</translation>
    </message>
    <message>
      <source>noun before a clause</source>
      <translation>существительное перед придаточным</translation>
    </message>
    <message>
      <source>noun before an apposition</source>
      <translation>существительное перед приложением</translation>
    </message>
    <message>
      <source>noun before the cue</source>
      <translation>существительное перед вводом</translation>
    </message>
    <message>
      <source>noun before “where”</source>
      <translation>слово перед «где»</translation>
    </message>
    <message>
      <source>noun behind the cue</source>
      <translation>существительное после ввода</translation>
    </message>
    <message>
      <source>noun behind the first verb</source>
      <translation>существительное после первого глагола</translation>
    </message>
    <message>
      <source>noun farther from the cue</source>
      <translation>существительное поодаль от ввода</translation>
    </message>
    <message>
      <source>noun of a relative clause</source>
      <translation>существительное, к которому относится придаточное</translation>
    </message>
    <message>
      <source>noun of speech</source>
      <translation>существительное речи</translation>
    </message>
    <message>
      <source>noun of the participle</source>
      <translation>существительное при причастии</translation>
    </message>
    <message>
      <source>noun past whom was told</source>
      <translation>существительное после того, кому сказано</translation>
    </message>
    <message>
      <source>noun that another verb took</source>
      <translation>существительное, отнятое другим глаголом</translation>
    </message>
    <message>
      <source>noun that closes the frame</source>
      <translation>существительное, которое завершает слова автора</translation>
    </message>
    <message>
      <source>number agrees</source>
      <translation>число подходит</translation>
    </message>
    <message>
      <source>number differs</source>
      <translation>число не подходит</translation>
    </message>
    <message>
      <source>number of the quotation, with its speaker</source>
      <translation>номер цитаты и говорящий</translation>
    </message>
    <message>
      <source>object of a sentence shortly before</source>
      <translation>дополнение в предложении незадолго до этого</translation>
    </message>
    <message>
      <source>object of the cue</source>
      <translation>дополнение при вводе</translation>
    </message>
    <message>
      <source>object where it was named last</source>
      <translation>дополнение там, где назван в последний раз</translation>
    </message>
    <message>
      <source>of</source>
      <translation>из</translation>
    </message>
    <message>
      <source>of all labels</source>
      <translation>всех меток</translation>
    </message>
    <message>
      <source>of quotations whose gender is known ({known} of all), {words} of the words</source>
      <translation>цитат, где пол известен ({known} всех), и {words} слов</translation>
    </message>
    <message>
      <source>of {path} no text can be read: the new file is the backup of {moment}, and the damaged file stays where it is</source>
      <translation>в {path} не удалось прочитать ни одного текста: новый файл — резервная копия от {moment}, а повреждённый остался на своём месте</translation>
    </message>
    <message>
      <source>of {total}</source>
      <translation>из {total}</translation>
    </message>
    <message>
      <source>office or trade</source>
      <translation>должность или занятие</translation>
    </message>
    <message>
      <source>office that is quoted</source>
      <translation>ведомство, которое цитируют</translation>
    </message>
    <message>
      <source>offices and aliases</source>
      <translation>должности и прозвания</translation>
    </message>
    <message>
      <source>omitted subject</source>
      <translation>опущенное подлежащее</translation>
    </message>
    <message>
      <source>one of several</source>
      <translation>один из нескольких</translation>
    </message>
    <message>
      <source>one word</source>
      <translation>одно слово</translation>
    </message>
    <message>
      <source>open now</source>
      <translation>открыта</translation>
    </message>
    <message>
      <source>organisation</source>
      <translation>организация</translation>
    </message>
    <message>
      <source>organisation named in the attribution</source>
      <translation>организация названа во вводе</translation>
    </message>
    <message>
      <source>other fields</source>
      <translation>другие поля</translation>
    </message>
    <message>
      <source>other names</source>
      <translation>другие имена</translation>
    </message>
    <message>
      <source>other names of actors</source>
      <translation>другие имена источников</translation>
    </message>
    <message>
      <source>other values</source>
      <translation>другие значения</translation>
    </message>
    <message>
      <source>others</source>
      <translation>остальные</translation>
    </message>
    <message>
      <source>outside the text</source>
      <translation>за пределами текста</translation>
    </message>
    <message>
      <source>overlapping</source>
      <translation>с пересечением</translation>
    </message>
    <message>
      <source>owner of the quoted words</source>
      <translation>владелец слов в кавычках</translation>
    </message>
    <message>
      <source>owner of what is referred to</source>
      <translation>чьё то, на что ссылаются</translation>
    </message>
    <message>
      <source>page numbers</source>
      <translation>номера страниц</translation>
    </message>
    <message>
      <source>pages without a text layer</source>
      <translation>страницы без текстового слоя</translation>
    </message>
    <message>
      <source>paragraph of speech after a colon</source>
      <translation>абзац речи после двоеточия</translation>
    </message>
    <message>
      <source>paragraph of speech without marks</source>
      <translation>абзац речи без кавычек</translation>
    </message>
    <message>
      <source>passed over: nearly the same text as {id} ({likeness} %)</source>
      <translation>пропущено: почти тот же текст, что в {id} ({likeness} %)</translation>
    </message>
    <message>
      <source>passed over: the same text as {id}</source>
      <translation>пропущено: тот же текст, что {id}</translation>
    </message>
    <message>
      <source>people, organisations and others with a name</source>
      <translation>люди, организации и прочие с именем</translation>
    </message>
    <message>
      <source>person</source>
      <translation>персона</translation>
    </message>
    <message>
      <source>person who acts after the speech</source>
      <translation>лицо, которое действует после речи</translation>
    </message>
    <message>
      <source>person who acts, and colon before the speech</source>
      <translation>действующее лицо и двоеточие перед речью</translation>
    </message>
    <message>
      <source>persons named together</source>
      <translation>лица, названные вместе</translation>
    </message>
    <message>
      <source>persons named together, and the description is bare</source>
      <translation>лица, названные вместе, и описание без уточнений</translation>
    </message>
    <message>
      <source>phrase that names an organisation</source>
      <translation>оборот, называющий организацию</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>картинки</translation>
    </message>
    <message>
      <source>place of the cue before</source>
      <translation>место при предыдущем вводе</translation>
    </message>
    <message>
      <source>place of the verb above the cue</source>
      <translation>место при главном глаголе</translation>
    </message>
    <message>
      <source>place that stands for the source</source>
      <translation>место вместо источника</translation>
    </message>
    <message>
      <source>points back</source>
      <translation>указывает назад</translation>
    </message>
    <message>
      <source>pre-annotate</source>
      <translation>предразметка</translation>
    </message>
    <message>
      <source>pre-annotation</source>
      <translation>предразметка</translation>
    </message>
    <message>
      <source>project</source>
      <translation>проект</translation>
    </message>
    <message>
      <source>pronoun</source>
      <translation>местоимение</translation>
    </message>
    <message>
      <source>pronoun resolved from the context</source>
      <translation>местоимение раскрыто по контексту</translation>
    </message>
    <message>
      <source>proposal</source>
      <translation>предложение</translation>
    </message>
    <message>
      <source>proposal: nobody has settled it yet</source>
      <translation>предложение: никто ещё не решил</translation>
    </message>
    <message>
      <source>proposals</source>
      <translation>предложения</translation>
    </message>
    <message>
      <source>proposals in part or all</source>
      <translation>с предложениями</translation>
    </message>
    <message>
      <source>proposed twice</source>
      <translation>предложено дважды</translation>
    </message>
    <message>
      <source>question mark, exclamation mark or dots</source>
      <translation>вопросительный, восклицательный знак или многоточие</translation>
    </message>
    <message>
      <source>question mark, exclamation mark or dots before the closing mark</source>
      <translation>вопросительный, восклицательный знак или многоточие перед закрывающей кавычкой</translation>
    </message>
    <message>
      <source>quotation</source>
      <translation>цитата</translation>
    </message>
    <message>
      <source>quotation around it</source>
      <translation>внешняя цитата</translation>
    </message>
    <message>
      <source>quotation marks</source>
      <translation>кавычки</translation>
    </message>
    <message>
      <source>quotation marks in or out</source>
      <translation>кавычки внутрь или наружу</translation>
    </message>
    <message>
      <source>quotation that would stand in itself</source>
      <translation>цитата, которая стояла бы в самой себе</translation>
    </message>
    <message>
      <source>quotations</source>
      <translation>цитаты</translation>
    </message>
    <message>
      <source>quotations, as marked</source>
      <translation>цитаты, как размечены</translation>
    </message>
    <message>
      <source>quoted sentence alone</source>
      <translation>отдельное предложение в кавычках</translation>
    </message>
    <message>
      <source>quoted sentence, attributed beside it</source>
      <translation>предложение в кавычках, ввод рядом</translation>
    </message>
    <message>
      <source>quoted speech after a cue</source>
      <translation>речь в кавычках после ввода</translation>
    </message>
    <message>
      <source>quoted speech before its attribution</source>
      <translation>речь в кавычках перед вводом</translation>
    </message>
    <message>
      <source>quoted speech interrupted by its attribution</source>
      <translation>речь в кавычках, прерванная вводом</translation>
    </message>
    <message>
      <source>quoted words</source>
      <translation>слова в кавычках</translation>
    </message>
    <message>
      <source>quoted words beside a noun of speech</source>
      <translation>слова в кавычках при существительном речи</translation>
    </message>
    <message>
      <source>quoted words in the author’s sentence</source>
      <translation>слова в кавычках внутри авторской фразы</translation>
    </message>
    <message>
      <source>raised note marks left out of the text: {number}</source>
      <translation>знаки сносок, не вошедшие в текст: {number}</translation>
    </message>
    <message>
      <source>ranges that overlap or are not in order</source>
      <translation>отрезки пересекаются или не по порядку</translation>
    </message>
    <message>
      <source>rather sure</source>
      <translation>скорее уверены</translation>
    </message>
    <message>
      <source>read as {name}</source>
      <translation>прочитано как {name}</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>только чтение</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>отклонённые</translation>
    </message>
    <message>
      <source>register</source>
      <translation>реестр</translation>
    </message>
    <message>
      <source>reject</source>
      <translation>отклонить</translation>
    </message>
    <message numerus="yes">
      <source>reject %n line(s)</source>
      <translation>
        <numerusform>отклонить %n строку</numerusform>
        <numerusform>отклонить %n строки</numerusform>
        <numerusform>отклонить %n строк</numerusform>
      </translation>
    </message>
    <message>
      <source>reject all versions</source>
      <translation>отклонить все варианты</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>отклонено</translation>
    </message>
    <message>
      <source>rejected items</source>
      <translation>отклонённые объекты</translation>
    </message>
    <message>
      <source>relation that links nothing of a quotation</source>
      <translation>связь, не относящаяся к цитате</translation>
    </message>
    <message>
      <source>relative pronoun</source>
      <translation>относительное местоимение</translation>
    </message>
    <message numerus="yes">
      <source>remove %n article(s)</source>
      <translation>
        <numerusform>убрать %n статью</numerusform>
        <numerusform>убрать %n статьи</numerusform>
        <numerusform>убрать %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>remove a source from the register</source>
      <translation>убрать источник из реестра</translation>
    </message>
    <message>
      <source>remove what was learned</source>
      <translation>удаление выученного</translation>
    </message>
    <message>
      <source>removed since</source>
      <translation>убрана</translation>
    </message>
    <message>
      <source>rename the actor</source>
      <translation>переименовать источник</translation>
    </message>
    <message>
      <source>repair</source>
      <translation>восстановление</translation>
    </message>
    <message>
      <source>repaired</source>
      <translation>восстановлен</translation>
    </message>
    <message>
      <source>repaired: {what}</source>
      <translation>исправлено: {what}</translation>
    </message>
    <message>
      <source>replace everything</source>
      <translation>заменить всё</translation>
    </message>
    <message>
      <source>resolve a conflict</source>
      <translation>разрешить противоречие</translation>
    </message>
    <message>
      <source>resolved from the context</source>
      <translation>раскрыто по контексту</translation>
    </message>
    <message>
      <source>right {right} of {count}</source>
      <translation>верно {right} из {count}</translation>
    </message>
    <message>
      <source>rule: {rule}</source>
      <translation>правило: {rule}</translation>
    </message>
    <message>
      <source>rules</source>
      <translation>правила</translation>
    </message>
    <message>
      <source>running heads and feet</source>
      <translation>колонтитулы</translation>
    </message>
    <message>
      <source>said a document before</source>
      <translation>раньше говорил документом</translation>
    </message>
    <message>
      <source>said the last document</source>
      <translation>последний документ — его</translation>
    </message>
    <message>
      <source>scans, to be recognised first: page {pages}</source>
      <translation>сканы, сначала их нужно распознать: страница {pages}</translation>
    </message>
    <message>
      <source>scores</source>
      <translation>оценки</translation>
    </message>
    <message>
      <source>second label of a region</source>
      <translation>вторая метка области</translation>
    </message>
    <message>
      <source>second {name} of a quotation</source>
      <translation>второе {name} у цитаты</translation>
    </message>
    <message>
      <source>set the actor</source>
      <translation>задать источник</translation>
    </message>
    <message>
      <source>set the cue</source>
      <translation>задать слово-ввод</translation>
    </message>
    <message>
      <source>set the speaker</source>
      <translation>задать говорящего</translation>
    </message>
    <message>
      <source>set the speaker mention</source>
      <translation>задать упоминание</translation>
    </message>
    <message>
      <source>settled</source>
      <translation>решено</translation>
    </message>
    <message>
      <source>several</source>
      <translation>несколько</translation>
    </message>
    <message>
      <source>several edits, compacted</source>
      <translation>несколько правок, сжато</translation>
    </message>
    <message>
      <source>several persons, as described</source>
      <translation>несколько лиц, как и описано</translation>
    </message>
    <message>
      <source>several, and persons are named together</source>
      <translation>несколько, и лица названы вместе</translation>
    </message>
    <message>
      <source>shipped models</source>
      <translation>сама программа</translation>
    </message>
    <message>
      <source>signs of a picture font</source>
      <translation>знаки шрифта-картинки</translation>
    </message>
    <message>
      <source>since</source>
      <translation>с</translation>
    </message>
    <message>
      <source>small capitals read as capitals: {number}</source>
      <translation>слова капителью, прочитанные как прописные: {number}</translation>
    </message>
    <message>
      <source>somebody described before</source>
      <translation>описанный раньше</translation>
    </message>
    <message>
      <source>somebody fits by title</source>
      <translation>кто-то подходит по титулу</translation>
    </message>
    <message>
      <source>somebody fits the whole description</source>
      <translation>кто-то подходит под всё описание</translation>
    </message>
    <message>
      <source>somebody has a title of this kind</source>
      <translation>у кого-то есть титул этого вида</translation>
    </message>
    <message>
      <source>somebody has this title</source>
      <translation>у кого-то есть этот титул</translation>
    </message>
    <message>
      <source>somebody introduced before</source>
      <translation>кто-то, представленный раньше</translation>
    </message>
    <message>
      <source>somebody introduced before, and an unnamed one has spoken</source>
      <translation>кто-то, представленный раньше, и неназванный уже говорил</translation>
    </message>
    <message>
      <source>somebody introduced before, and no unnamed one has spoken</source>
      <translation>кто-то, представленный раньше, и неназванные не говорили</translation>
    </message>
    <message>
      <source>somebody of another's</source>
      <translation>чей-то человек</translation>
    </message>
    <message>
      <source>somebody of another's, and a title fits</source>
      <translation>чей-то человек, и звание подходит</translation>
    </message>
    <message>
      <source>somebody spoke before by the same noun</source>
      <translation>кто-то уже говорил под тем же словом</translation>
    </message>
    <message>
      <source>somebody spoke by the same noun with other attributes</source>
      <translation>кто-то говорил под тем же словом с другими определениями</translation>
    </message>
    <message>
      <source>somebody unnamed</source>
      <translation>кто-то неназванный</translation>
    </message>
    <message>
      <source>something may be missing</source>
      <translation>чего-то может не хватать</translation>
    </message>
    <message>
      <source>something was found</source>
      <translation>что-то найдено</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>в порядке</translation>
    </message>
    <message>
      <source>source in the right case</source>
      <translation>источник в нужном падеже</translation>
    </message>
    <message>
      <source>source of the register</source>
      <translation>источник в реестре</translation>
    </message>
    <message>
      <source>source that is referred to</source>
      <translation>источник, на который ссылаются</translation>
    </message>
    <message>
      <source>source that it was merged into</source>
      <translation>с кем объединён</translation>
    </message>
    <message>
      <source>source {source} of the register is kept as {kept}; the other of register and log had {other}</source>
      <translation>источник {source} в реестре сохранён как {kept}; в другом месте (реестр или журнал) было {other}</translation>
    </message>
    <message>
      <source>source {source} of the register: {reason}</source>
      <translation>источник {source} в реестре: {reason}</translation>
    </message>
    <message>
      <source>span outside the text or without a label</source>
      <translation>отрезок вне текста или без метки</translation>
    </message>
    <message>
      <source>span with an id that another has</source>
      <translation>отрезок с чужим id</translation>
    </message>
    <message>
      <source>span without a label</source>
      <translation>отрезок без метки</translation>
    </message>
    <message>
      <source>spans behind others that they overlap</source>
      <translation>отрезки, закрытые другими</translation>
    </message>
    <message>
      <source>spans grown to whole tokens</source>
      <translation>отрезки, расширенные до целых токенов</translation>
    </message>
    <message>
      <source>spans of the layer {name}</source>
      <translation>отрезки слоя {name}</translation>
    </message>
    <message>
      <source>spans that do not meet token edges</source>
      <translation>отрезки не по границам токенов</translation>
    </message>
    <message>
      <source>spans without a token</source>
      <translation>отрезки без токена</translation>
    </message>
    <message>
      <source>speaker</source>
      <translation>говорящий</translation>
    </message>
    <message>
      <source>speaker mention</source>
      <translation>упоминание</translation>
    </message>
    <message>
      <source>speaker mention of {what} set to {mention}</source>
      <translation>упоминание для {what}: {mention}</translation>
    </message>
    <message>
      <source>speaker mentions</source>
      <translation>упоминания говорящего</translation>
    </message>
    <message>
      <source>speaker not told</source>
      <translation>говорящий не назван</translation>
    </message>
    <message>
      <source>speaker of {what} set to {actor}</source>
      <translation>говорящий для {what}: {actor}</translation>
    </message>
    <message>
      <source>speaker unknown</source>
      <translation>говорящий неизвестен</translation>
    </message>
    <message>
      <source>speaker {name}</source>
      <translation>говорящий {name}</translation>
    </message>
    <message>
      <source>speaker: {how}</source>
      <translation>говорящий: {how}</translation>
    </message>
    <message>
      <source>speaks for another</source>
      <translation>говорит за другого</translation>
    </message>
    <message>
      <source>speaks in the sentence before</source>
      <translation>говорит в предыдущем предложении</translation>
    </message>
    <message>
      <source>speaks where it was named last</source>
      <translation>говорит там, где назван в последний раз</translation>
    </message>
    <message>
      <source>speech after a colon, without marks</source>
      <translation>речь после двоеточия без кавычек</translation>
    </message>
    <message>
      <source>spelt otherwise: {words}</source>
      <translation>другое написание: {words}</translation>
    </message>
    <message>
      <source>split a source of the register</source>
      <translation>отделить источник в реестре</translation>
    </message>
    <message>
      <source>split the actor</source>
      <translation>разделить источник</translation>
    </message>
    <message>
      <source>split the quotation</source>
      <translation>разделить цитату</translation>
    </message>
    <message>
      <source>spoke before by the same noun</source>
      <translation>уже говорил под тем же словом</translation>
    </message>
    <message>
      <source>spoke before the last speaker</source>
      <translation>говорил перед последним говорящим</translation>
    </message>
    <message>
      <source>spoke before under the same description</source>
      <translation>говорил под тем же описанием</translation>
    </message>
    <message>
      <source>spoke before, and the description is bare</source>
      <translation>уже говорил, а описание без определений</translation>
    </message>
    <message>
      <source>spoke by the same noun with other attributes</source>
      <translation>говорил под тем же словом с другими определениями</translation>
    </message>
    <message>
      <source>spoke last and was named last</source>
      <translation>последним говорил и последним назван</translation>
    </message>
    <message>
      <source>spoke last by the same noun</source>
      <translation>говорил последним под тем же словом</translation>
    </message>
    <message>
      <source>spoke last, and an unnamed source is meant</source>
      <translation>говорил последним, а имеется в виду безымянный источник</translation>
    </message>
    <message>
      <source>spoke last, and another's titles fit better</source>
      <translation>говорил последним, но чужие звания подходят лучше</translation>
    </message>
    <message>
      <source>spoke last, and somebody introduced is meant</source>
      <translation>говорил последним, а речь о ком-то представленном</translation>
    </message>
    <message>
      <source>spoke last, and the description is bare</source>
      <translation>говорил последним, а описание без определений</translation>
    </message>
    <message>
      <source>spoke right before</source>
      <translation>говорил перед этим</translation>
    </message>
    <message>
      <source>spoke right before and close by</source>
      <translation>говорил перед этим и рядом</translation>
    </message>
    <message>
      <source>spoke right before, and the cue is passive</source>
      <translation>говорил перед этим, а слово-ввод страдательное</translation>
    </message>
    <message>
      <source>spoke right before, and there is no frame</source>
      <translation>говорил перед этим, а ввода нет</translation>
    </message>
    <message>
      <source>stacked bars</source>
      <translation>составные полосы</translation>
    </message>
    <message>
      <source>stands in itself</source>
      <translation>вложено само в себя</translation>
    </message>
    <message>
      <source>start from the pre-annotation</source>
      <translation>начать с предразметки</translation>
    </message>
    <message>
      <source>states (proposed, accepted, corrected)</source>
      <translation>состояния (предложено, принято, исправлено)</translation>
    </message>
    <message>
      <source>status</source>
      <translation>статус</translation>
    </message>
    <message numerus="yes">
      <source>status of %n article(s)</source>
      <translation>
        <numerusform>статус %n статьи</numerusform>
        <numerusform>статус %n статей</numerusform>
        <numerusform>статус %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>status set to {status}</source>
      <translation>статус: {status}</translation>
    </message>
    <message>
      <source>statuses</source>
      <translation>статусы</translation>
    </message>
    <message>
      <source>struck runs of words</source>
      <translation>зачёркнутые слова</translation>
    </message>
    <message>
      <source>subject and named last</source>
      <translation>подлежащее и назван последним</translation>
    </message>
    <message>
      <source>subject behind the verb</source>
      <translation>подлежащее после глагола</translation>
    </message>
    <message>
      <source>subject in this sentence</source>
      <translation>подлежащее в этом предложении</translation>
    </message>
    <message>
      <source>subject of a sentence shortly before</source>
      <translation>подлежащее в предложении незадолго до этого</translation>
    </message>
    <message>
      <source>subject of the clause</source>
      <translation>подлежащее этой части</translation>
    </message>
    <message>
      <source>subject of the cue</source>
      <translation>подлежащее при вводе</translation>
    </message>
    <message>
      <source>subject of the cue before</source>
      <translation>подлежащее при предыдущем вводе</translation>
    </message>
    <message>
      <source>subject of the cue’s own clause</source>
      <translation>подлежащее в предложении ввода</translation>
    </message>
    <message>
      <source>subject of the main clause</source>
      <translation>подлежащее главной части</translation>
    </message>
    <message>
      <source>subject of the report that goes on</source>
      <translation>подлежащее продолженного сообщения</translation>
    </message>
    <message>
      <source>subject of the sentence before</source>
      <translation>подлежащее предыдущего предложения</translation>
    </message>
    <message>
      <source>subject of the verb</source>
      <translation>подлежащее при глаголе</translation>
    </message>
    <message>
      <source>subject of the verb above the cue</source>
      <translation>подлежащее главного глагола</translation>
    </message>
    <message>
      <source>subject where it was named last</source>
      <translation>подлежащее там, где назван в последний раз</translation>
    </message>
    <message>
      <source>sure</source>
      <translation>уверены</translation>
    </message>
    <message>
      <source>switch an entry on or off</source>
      <translation>включить или выключить запись</translation>
    </message>
    <message>
      <source>switch learning on or off</source>
      <translation>переключение обучения</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>выключено</translation>
    </message>
    <message>
      <source>table {table}, row {row} is kept with another value there: {reason}</source>
      <translation>таблица {table}, строка {row} сохранена с другим значением: {reason}</translation>
    </message>
    <message>
      <source>table {table}, row {row} was left out: {reason}</source>
      <translation>таблица {table}, строка {row} опущена: {reason}</translation>
    </message>
    <message>
      <source>table {table}, row {row}: its {column} is kept as {kept}; elsewhere it is {other}</source>
      <translation>таблица {table}, строка {row}: для {column} сохранено «{kept}»; в другом месте указано «{other}»</translation>
    </message>
    <message>
      <source>table {table}, row {row}: {reason}</source>
      <translation>таблица {table}, строка {row}: {reason}</translation>
    </message>
    <message>
      <source>take a correction over</source>
      <translation>взять исправление</translation>
    </message>
    <message>
      <source>take a decision back</source>
      <translation>отменить решение</translation>
    </message>
    <message>
      <source>take a merge of sources apart</source>
      <translation>разъединить источники в реестре</translation>
    </message>
    <message>
      <source>take a range away</source>
      <translation>убрать отрезок</translation>
    </message>
    <message>
      <source>take a version</source>
      <translation>взять вариант</translation>
    </message>
    <message>
      <source>take another copy in</source>
      <translation>принять другую копию</translation>
    </message>
    <message>
      <source>take back an act on what the project taught</source>
      <translation>отмена действия над тем, чему научил проект</translation>
    </message>
    <message>
      <source>take both versions</source>
      <translation>взять оба варианта</translation>
    </message>
    <message>
      <source>take fields of several versions</source>
      <translation>взять поля нескольких вариантов</translation>
    </message>
    <message>
      <source>take in what another project taught</source>
      <translation>загрузка того, чему научил другой проект</translation>
    </message>
    <message>
      <source>take links to the register away</source>
      <translation>снять связи с реестром</translation>
    </message>
    <message>
      <source>take over what all agree on</source>
      <translation>взять то, в чём все согласны</translation>
    </message>
    <message numerus="yes">
      <source>take the flag from %n line(s)</source>
      <translation>
        <numerusform>снять сомнение с %n строки</numerusform>
        <numerusform>снять сомнение с %n строк</numerusform>
        <numerusform>снять сомнение с %n строк</numerusform>
      </translation>
    </message>
    <message>
      <source>take the rest from one layer</source>
      <translation>остальное из одного слоя</translation>
    </message>
    <message>
      <source>take what most say</source>
      <translation>взять мнение большинства</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>взято</translation>
    </message>
    <message>
      <source>taken as a new version of {id} ({likeness} % the same)</source>
      <translation>взято как новая версия {id} (совпадает {likeness} %)</translation>
    </message>
    <message>
      <source>tell sources of the register apart</source>
      <translation>различить источники в реестре</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>texts cut to {number} characters</source>
      <translation>тексты, обрезанные до {number} знаков</translation>
    </message>
    <message>
      <source>the adjudicated layer</source>
      <translation>сведённый слой</translation>
    </message>
    <message>
      <source>the annotator has no name</source>
      <translation>разметчик не назван</translation>
    </message>
    <message>
      <source>the article</source>
      <translation>статья</translation>
    </message>
    <message>
      <source>the article as a whole</source>
      <translation>статья в целом</translation>
    </message>
    <message>
      <source>the article has no text.</source>
      <translation>у статьи нет текста.</translation>
    </message>
    <message>
      <source>the attributes fit</source>
      <translation>определения подходят</translation>
    </message>
    <message>
      <source>the bare description means the main actor</source>
      <translation>описание без определений — о главном лице</translation>
    </message>
    <message>
      <source>the bare description means who was named last</source>
      <translation>описание без определений — о том, кто назван последним</translation>
    </message>
    <message>
      <source>the bare title fits</source>
      <translation>титул без определений подходит</translation>
    </message>
    <message>
      <source>the body named last</source>
      <translation>орган, названный последним</translation>
    </message>
    <message>
      <source>the body named most</source>
      <translation>орган, названный чаще всех</translation>
    </message>
    <message>
      <source>the command is not written as it must be</source>
      <translation>команда написана неверно</translation>
    </message>
    <message>
      <source>the covered text had its no-break spaces, line breaks or accents changed</source>
      <translation>в размеченном тексте изменены неразрывные пробелы, переводы строки или диакритика</translation>
    </message>
    <message>
      <source>the cue is active</source>
      <translation>слово-ввод действительное</translation>
    </message>
    <message>
      <source>the cue is passive</source>
      <translation>слово-ввод страдательное</translation>
    </message>
    <message>
      <source>the database: {reason}</source>
      <translation>база данных: {reason}</translation>
    </message>
    <message>
      <source>the description is that of a kind: {kind}</source>
      <translation>описание такого вида: {kind}</translation>
    </message>
    <message>
      <source>the description stands for itself</source>
      <translation>описание само и есть источник</translation>
    </message>
    <message>
      <source>the description was taken for somebody else</source>
      <translation>описание принято за кого-то другого</translation>
    </message>
    <message>
      <source>the field is missing</source>
      <translation>поля нет</translation>
    </message>
    <message>
      <source>the format is {found}, and citata/1 is read here. Choose the file's format.</source>
      <translation>это формат {found}, а здесь читается citata/1. Выберите формат файла.</translation>
    </message>
    <message>
      <source>the format is {found}, and citata/1 is read here. Name the file's format with --format.</source>
      <translation>формат {found}, а здесь читается citata/1. Укажите формат файла через --format.</translation>
    </message>
    <message>
      <source>the format {found} is newer than this program. Update Citata.</source>
      <translation>формат {found} новее этой программы. Обновите Citata.</translation>
    </message>
    <message>
      <source>the frame names no source</source>
      <translation>ввод не называет источника</translation>
    </message>
    <message>
      <source>the id is empty.</source>
      <translation>идентификатор пуст.</translation>
    </message>
    <message>
      <source>the id {id} is reserved.</source>
      <translation>идентификатор {id} занят программой.</translation>
    </message>
    <message>
      <source>the id {id} stands for two items of the record. Ids are unique in a record.</source>
      <translation>идентификатор {id} стоит у двух объектов записи, а в записи он должен быть один.</translation>
    </message>
    <message>
      <source>the key is named by an environment variable, such as CITATA_KEY</source>
      <translation>ключ называют переменной окружения, например CITATA_KEY</translation>
    </message>
    <message>
      <source>the kind of the bare title fits</source>
      <translation>вид титула без определений подходит</translation>
    </message>
    <message>
      <source>the label {label} is not one of the project's ({known}). Add it to the project, or import with --add-labels.</source>
      <translation>метки {label} нет в проекте (есть {known}). Добавьте её в проект или импортируйте с --add-labels.</translation>
    </message>
    <message>
      <source>the label {label} is not one of the project's ({known}). Tick “Add labels that the project lacks”, or add it to the project.</source>
      <translation>метки {label} в проекте нет (есть: {known}). Отметьте «Добавить метки, которых нет в проекте» или добавьте её в проект.</translation>
    </message>
    <message>
      <source>the last subject</source>
      <translation>последнее подлежащее</translation>
    </message>
    <message>
      <source>the last subject but one</source>
      <translation>предпоследнее подлежащее</translation>
    </message>
    <message>
      <source>the layer of {annotator} for article {id} is there already and differs. Import with --replace to put this one in its place (it can be undone), or give the record another annotator.</source>
      <translation>слой {annotator} статьи {id} уже есть и отличается. Импортируйте с заменой (--replace, это можно отменить) или назовите другого разметчика.</translation>
    </message>
    <message>
      <source>the layer of {annotator} for article {id} is there already and differs. Tick “Replace layers that differ”, or give the record another annotator.</source>
      <translation>слой {annotator} статьи {id} уже есть и отличается. Отметьте «Заменять отличающиеся слои» или дайте записи другого разметчика.</translation>
    </message>
    <message>
      <source>the likeliest by what this project taught</source>
      <translation>самый вероятный по тому, чему научил проект</translation>
    </message>
    <message>
      <source>the likeliest of those named before</source>
      <translation>вероятнейший из названных раньше</translation>
    </message>
    <message>
      <source>the likeliest of those whom the description may mean</source>
      <translation>вероятнейший из тех, о ком может быть описание</translation>
    </message>
    <message>
      <source>the likeliest of those whom the pronoun or the omitted subject may mean</source>
      <translation>вероятнейший из тех, о ком может быть местоимение или опущенное подлежащее</translation>
    </message>
    <message>
      <source>the main actor, and the description is of another's</source>
      <translation>главное лицо, а описание чужого</translation>
    </message>
    <message>
      <source>the main actor, of whom no title is given</source>
      <translation>главное лицо, чей титул не назван</translation>
    </message>
    <message>
      <source>the medium named last</source>
      <translation>издание, названное последним</translation>
    </message>
    <message>
      <source>the mention names a person</source>
      <translation>упоминание называет лицо</translation>
    </message>
    <message>
      <source>the mention names an organisation</source>
      <translation>упоминание называет организацию</translation>
    </message>
    <message>
      <source>the mention settles it by its own words</source>
      <translation>упоминание решает это своими словами</translation>
    </message>
    <message>
      <source>the model of names</source>
      <translation>модель имён</translation>
    </message>
    <message>
      <source>the noun is used for the first time</source>
      <translation>это слово употреблено впервые</translation>
    </message>
    <message>
      <source>the noun that the relative pronoun stands for</source>
      <translation>слово, которое заменяет «который»</translation>
    </message>
    <message>
      <source>the offsets count UTF-16 units (an emoji is two)</source>
      <translation>смещения считают единицы UTF-16 (эмодзи — две)</translation>
    </message>
    <message>
      <source>the offsets count UTF-16 units and a byte order mark</source>
      <translation>смещения считают единицы UTF-16 и метку порядка байтов</translation>
    </message>
    <message>
      <source>the offsets count UTF-16 units and every newline twice (CRLF)</source>
      <translation>смещения считают единицы UTF-16 и каждый перевод строки дважды (CRLF)</translation>
    </message>
    <message>
      <source>the offsets count a byte order mark</source>
      <translation>смещения считают метку порядка байтов</translation>
    </message>
    <message>
      <source>the offsets count bytes of UTF-8</source>
      <translation>смещения считают байты UTF-8</translation>
    </message>
    <message>
      <source>the offsets count code points, not UTF-16 units</source>
      <translation>смещения считают кодовые точки, а не единицы UTF-16</translation>
    </message>
    <message>
      <source>the offsets count every newline twice (CRLF)</source>
      <translation>смещения считают каждый перевод строки дважды (CRLF)</translation>
    </message>
    <message>
      <source>the one person whom the sentence before is about, or who is called so</source>
      <translation>единственный, о ком предыдущее предложение, или тот, кого так называет статья</translation>
    </message>
    <message>
      <source>the only one of its kind</source>
      <translation>единственный своего вида</translation>
    </message>
    <message>
      <source>the only one whose titles fit</source>
      <translation>единственный, чьи звания подходят</translation>
    </message>
    <message>
      <source>the organisation of the description does not fit</source>
      <translation>организация из описания не подходит</translation>
    </message>
    <message>
      <source>the pre-annotation of this program</source>
      <translation>предразметка этой программы</translation>
    </message>
    <message>
      <source>the project's labels cannot be read: it has the usual ones now</source>
      <translation>метки проекта не читаются: теперь в нём обычные</translation>
    </message>
    <message>
      <source>the project's labels come from a backup</source>
      <translation>метки проекта взяты из резервной копии</translation>
    </message>
    <message>
      <source>the project's value {key} makes no sense: {reason}</source>
      <translation>значение проекта {key} не имеет смысла: {reason}</translation>
    </message>
    <message>
      <source>the pronoun was taken for somebody else</source>
      <translation>местоимение принято за кого-то другого</translation>
    </message>
    <message>
      <source>the quotation {id} stands in itself.</source>
      <translation>цитата {id} стоит сама в себе.</translation>
    </message>
    <message>
      <source>the range {start}–{end} does not lie in the text of {length} characters.</source>
      <translation>отрезок {start}–{end} не лежит в тексте из {length} знаков.</translation>
    </message>
    <message>
      <source>the ranges are not sorted, or overlap.</source>
      <translation>отрезки не упорядочены или пересекаются.</translation>
    </message>
    <message>
      <source>the right source under a name that does not fit</source>
      <translation>источник верен, но назван не так</translation>
    </message>
    <message>
      <source>the same first name and surname: {words}</source>
      <translation>те же имя и фамилия: {words}</translation>
    </message>
    <message>
      <source>the same identifier: {words}</source>
      <translation>тот же идентификатор: {words}</translation>
    </message>
    <message>
      <source>the same name in another alphabet: {words}</source>
      <translation>то же имя другими буквами: {words}</translation>
    </message>
    <message>
      <source>the same name in another order: {words}</source>
      <translation>то же имя в другом порядке: {words}</translation>
    </message>
    <message>
      <source>the same name, with patronymic: {words}</source>
      <translation>то же имя, с отчеством: {words}</translation>
    </message>
    <message>
      <source>the same name: {words}</source>
      <translation>то же имя: {words}</translation>
    </message>
    <message>
      <source>the same single name: {words}</source>
      <translation>то же имя из одного слова: {words}</translation>
    </message>
    <message>
      <source>the same surname and initial: {words}</source>
      <translation>та же фамилия и инициал: {words}</translation>
    </message>
    <message>
      <source>the same text as {twin}</source>
      <translation>тот же текст, что {twin}</translation>
    </message>
    <message>
      <source>the speech goes on: whoever spoke right before</source>
      <translation>речь продолжается: говоривший перед этим</translation>
    </message>
    <message>
      <source>the subject before the message</source>
      <translation>подлежащее перед сообщением</translation>
    </message>
    <message>
      <source>the surname alone: {words}</source>
      <translation>только фамилия: {words}</translation>
    </message>
    <message>
      <source>the text does not tell</source>
      <translation>в тексте этого нет</translation>
    </message>
    <message>
      <source>the text has a paragraph of {length:,} characters (number {number}), and a paragraph may have {limit:,}.</source>
      <translation>в тексте есть абзац в {length:,} знаков (номер {number}), а в абзаце может быть {limit:,}.</translation>
    </message>
    <message>
      <source>the text has {length:,} characters, and an article may have {limit:,}.</source>
      <translation>в тексте {length:,} знаков, а в статье может быть {limit:,}.</translation>
    </message>
    <message>
      <source>the text has {what}, which the offsets may count or not. Newlines are \n, and there is no BOM.</source>
      <translation>в тексте есть {what}, и неясно, считают ли его смещения. Переводы строк должны быть \n, без BOM.</translation>
    </message>
    <message>
      <source>the text of the article there is {expected}, and the record says {found}. Offsets must count code points of the article's text.</source>
      <translation>в тексте статьи там стоит {expected}, а в записи {found}. Смещения должны считать кодовые точки текста статьи.</translation>
    </message>
    <message>
      <source>the time limit is 1 to 3600 seconds</source>
      <translation>предел времени — от 1 до 3600 секунд</translation>
    </message>
    <message>
      <source>the title fits in every word</source>
      <translation>титул подходит в каждом слове</translation>
    </message>
    <message>
      <source>the title is not in the lexicon</source>
      <translation>титула нет в словаре</translation>
    </message>
    <message>
      <source>the title is of another place</source>
      <translation>титул из другого места</translation>
    </message>
    <message>
      <source>the title or office was taken for somebody else</source>
      <translation>титул или должность приняты за кого-то другого</translation>
    </message>
    <message>
      <source>the titles do not go together</source>
      <translation>титулы не вяжутся друг с другом</translation>
    </message>
    <message>
      <source>the window cannot start, since Qt lacks {libraries}. On Debian: apt-get install {packages}. The commands (citata --help) work without it.</source>
      <translation>окно не может открыться: для Qt не хватает библиотек: {libraries}. В Debian: apt-get install {packages}. Команды (citata --help) работают и без него.</translation>
    </message>
    <message>
      <source>the workers ended that annotated it</source>
      <translation>рабочие процессы, которые её размечали, прекратились</translation>
    </message>
    <message>
      <source>there already</source>
      <translation>уже есть</translation>
    </message>
    <message>
      <source>there is no column {column}; there are: {known}. Choose the columns of this table.</source>
      <translation>столбца {column} нет; есть: {known}. Выберите столбцы этой таблицы.</translation>
    </message>
    <message>
      <source>there is no column {column}; there are: {known}. Map the columns with --column text=NAME.</source>
      <translation>нет столбца {column}; есть: {known}. Сопоставьте столбцы: --column text=NAME.</translation>
    </message>
    <message>
      <source>there is no frame</source>
      <translation>ввода нет</translation>
    </message>
    <message>
      <source>this is nested more than {limit} levels deep, which no program could read again. Leave that field out, and import the record again.</source>
      <translation>вложенность больше {limit} уровней: этого потом не прочтёт ни одна программа. Уберите это поле и импортируйте запись снова.</translation>
    </message>
    <message>
      <source>this is not a whole JSON object ({reason}). Export the file again, or repair the line.</source>
      <translation>это не целый объект JSON ({reason}). Экспортируйте файл заново или исправьте строку.</translation>
    </message>
    <message>
      <source>this table</source>
      <translation>эту таблицу</translation>
    </message>
    <message>
      <source>ticked</source>
      <translation>отмечена</translation>
    </message>
    <message>
      <source>title and attributes fit</source>
      <translation>титул и определения подходят</translation>
    </message>
    <message>
      <source>title and details</source>
      <translation>заголовок и сведения</translation>
    </message>
    <message>
      <source>title before the name</source>
      <translation>должность или вид перед именем</translation>
    </message>
    <message numerus="yes">
      <source>title or details of %n article(s)</source>
      <translation>
        <numerusform>заголовок или сведения %n статьи</numerusform>
        <numerusform>заголовок или сведения %n статей</numerusform>
        <numerusform>заголовок или сведения %n статей</numerusform>
      </translation>
    </message>
    <message>
      <source>titles</source>
      <translation>заголовки</translation>
    </message>
    <message>
      <source>to</source>
      <translation>до</translation>
    </message>
    <message>
      <source>to be written: {what}</source>
      <translation>будет записано: {what}</translation>
    </message>
    <message>
      <source>token indexes of spans that do not meet token edges (offsets kept)</source>
      <translation>номера токенов у отрезков не по границам токенов (смещения сохранены)</translation>
    </message>
    <message>
      <source>tracked changes accepted: inserted {inserted}, deleted {deleted}</source>
      <translation>исправления приняты: вставлено {inserted}, удалено {deleted}</translation>
    </message>
    <message>
      <source>tracked changes of RTF cannot be read for certain: compare with the document</source>
      <translation>исправления в RTF нельзя прочесть наверняка: сверьте с документом</translation>
    </message>
    <message>
      <source>tracked changes rejected: inserted {inserted}, deleted {deleted}</source>
      <translation>исправления отклонены: вставлено {inserted}, удалено {deleted}</translation>
    </message>
    <message>
      <source>train</source>
      <translation>train</translation>
    </message>
    <message>
      <source>two or three words</source>
      <translation>два-три слова</translation>
    </message>
    <message>
      <source>unable to open database file</source>
      <translation>файл базы данных не открывается</translation>
    </message>
    <message>
      <source>undoes {entry}</source>
      <translation>отменяет {entry}</translation>
    </message>
    <message>
      <source>unknown fields</source>
      <translation>неизвестные поля</translation>
    </message>
    <message>
      <source>unlikelier, −{size}</source>
      <translation>реже, −{size}</translation>
    </message>
    <message>
      <source>unnamed</source>
      <translation>без имени</translation>
    </message>
    <message>
      <source>unnamed source</source>
      <translation>неназванный источник</translation>
    </message>
    <message>
      <source>unnamed, and somebody introduced is meant</source>
      <translation>не назван, а речь о ком-то представленном</translation>
    </message>
    <message>
      <source>unnamed, spoke before, and somebody introduced is meant</source>
      <translation>не назван, уже говорил, а речь о ком-то представленном</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>сомнение</translation>
    </message>
    <message>
      <source>until</source>
      <translation>по</translation>
    </message>
    <message>
      <source>used</source>
      <translation>используется</translation>
    </message>
    <message>
      <source>verify found something, or merge left conflicts</source>
      <translation>verify что-то нашла или после merge остались противоречия</translation>
    </message>
    <message>
      <source>week by week</source>
      <translation>по неделям</translation>
    </message>
    <message>
      <source>week {week} of {year}</source>
      <translation>неделя {week} {year} года</translation>
    </message>
    <message>
      <source>what belongs to it was deleted or replaced</source>
      <translation>относящееся к нему удалено или заменено</translation>
    </message>
    <message>
      <source>what is a quotation</source>
      <translation>что считать цитатой</translation>
    </message>
    <message>
      <source>where the shipped model ends it</source>
      <translation>там, где его кончает сама программа</translation>
    </message>
    <message>
      <source>white space at the edges of spans</source>
      <translation>пробелы по краям отрезков</translation>
    </message>
    <message>
      <source>white space between paragraphs (line breaks kept)</source>
      <translation>пробелы между абзацами (переводы строк сохранены)</translation>
    </message>
    <message>
      <source>who did it, in the instrumental</source>
      <translation>кто это сделал, в творительном</translation>
    </message>
    <message>
      <source>who has spoken before</source>
      <translation>тот, кто уже говорил</translation>
    </message>
    <message>
      <source>who is named first in the article</source>
      <translation>тот, кто назван в статье первым</translation>
    </message>
    <message>
      <source>who is named in this paragraph</source>
      <translation>тот, кто назван в этом абзаце</translation>
    </message>
    <message>
      <source>who is named last in the article</source>
      <translation>тот, кто назван в статье последним</translation>
    </message>
    <message>
      <source>who is named most in the article</source>
      <translation>тот, кто назван в статье чаще всех</translation>
    </message>
    <message>
      <source>who is named only after the frame</source>
      <translation>тот, кто назван только после ввода</translation>
    </message>
    <message>
      <source>who is not named in the article</source>
      <translation>тот, кто в статье не назван по имени</translation>
    </message>
    <message>
      <source>who says so, behind the dash of a headline</source>
      <translation>кто так говорит, после тире заголовка</translation>
    </message>
    <message>
      <source>who spoke right before</source>
      <translation>тот, кто говорил прямо перед этим</translation>
    </message>
    <message>
      <source>who was named farther back</source>
      <translation>тот, кто назван давно</translation>
    </message>
    <message>
      <source>who was named last</source>
      <translation>тот, кто назван последним перед этим</translation>
    </message>
    <message>
      <source>who was named last but one</source>
      <translation>тот, кто назван предпоследним</translation>
    </message>
    <message>
      <source>whoever speaks around the frame</source>
      <translation>тот, кто говорит вокруг ввода</translation>
    </message>
    <message>
      <source>whom the description means in this project</source>
      <translation>тот, кого это описание значит в этом проекте</translation>
    </message>
    <message>
      <source>whom the shipped model chose</source>
      <translation>тот, кого выбрала сама программа</translation>
    </message>
    <message>
      <source>whose words are given</source>
      <translation>чьи слова приводятся</translation>
    </message>
    <message>
      <source>whose words are read out</source>
      <translation>чьи слова зачитаны</translation>
    </message>
    <message>
      <source>with a cue</source>
      <translation>со словом-вводом</translation>
    </message>
    <message>
      <source>with a source</source>
      <translation>с источником</translation>
    </message>
    <message>
      <source>with proposals</source>
      <translation>с предложениями</translation>
    </message>
    <message>
      <source>with the sentence</source>
      <translation>вместе с предложением</translation>
    </message>
    <message>
      <source>within {bound} characters: {count}</source>
      <translation>в пределах {bound} знаков: {count}</translation>
    </message>
    <message>
      <source>without</source>
      <translation>без</translation>
    </message>
    <message>
      <source>without a cue</source>
      <translation>без слова-ввода</translation>
    </message>
    <message>
      <source>without a source</source>
      <translation>без источника</translation>
    </message>
    <message>
      <source>word</source>
      <translation>слово</translation>
    </message>
    <message>
      <source>words per quotation: {count}</source>
      <translation>слов на цитату: {count}</translation>
    </message>
    <message>
      <source>would come: {what}</source>
      <translation>добавилось бы: {what}</translation>
    </message>
    <message>
      <source>write a note</source>
      <translation>написать заметку</translation>
    </message>
    <message numerus="yes">
      <source>write a note on %n line(s)</source>
      <translation>
        <numerusform>написать заметку на %n строке</numerusform>
        <numerusform>написать заметку на %n строках</numerusform>
        <numerusform>написать заметку на %n строках</numerusform>
      </translation>
    </message>
    <message>
      <source>written: {what}</source>
      <translation>записано: {what}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>да</translation>
    </message>
    <message>
      <source>{articles} written to {path}.</source>
      <translation>Записано в {path}: {articles}.</translation>
    </message>
    <message numerus="yes">
      <source>{articles}, %n by the text</source>
      <translation>
        <numerusform>{articles}, из них %n — по тексту</numerusform>
        <numerusform>{articles}, из них %n — по тексту</numerusform>
        <numerusform>{articles}, из них %n — по тексту</numerusform>
      </translation>
    </message>
    <message>
      <source>{articles}; searching the texts…</source>
      <translation>{articles}; идёт поиск в текстах…</translation>
    </message>
    <message>
      <source>{article}: the texts differ; nothing of it is taken.</source>
      <translation>{article}: тексты различаются; из неё ничего не берётся.</translation>
    </message>
    <message>
      <source>{article}: “{words}”</source>
      <translation>{article}: «{words}»</translation>
    </message>
    <message>
      <source>{at} of {count}</source>
      <translation>{at} из {count}</translation>
    </message>
    <message>
      <source>{at} of {total}</source>
      <translation>{at} из {total}</translation>
    </message>
    <message>
      <source>{before} MB before, {after} MB now.</source>
      <translation>было {before} МБ, теперь {after} МБ.</translation>
    </message>
    <message>
      <source>{before} before, {after} now</source>
      <translation>было {before}, стало {after}</translation>
    </message>
    <message>
      <source>{before} edits before, {after} now</source>
      <translation>правок было {before}, стало {after}</translation>
    </message>
    <message>
      <source>{command} cannot be started: {reason}.</source>
      <translation>{command} не запускается: {reason}.</translation>
    </message>
    <message>
      <source>{count} adjudicated</source>
      <translation>{count} — сведённые</translation>
    </message>
    <message>
      <source>{count} annotated</source>
      <translation>размечено: {count}</translation>
    </message>
    <message>
      <source>{count} begun</source>
      <translation>начато: {count}</translation>
    </message>
    <message>
      <source>{count} by {name}</source>
      <translation>{count} — {name}</translation>
    </message>
    <message>
      <source>{count} marked</source>
      <translation>размечено: {count}</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} мин</translation>
    </message>
    <message>
      <source>{count} of proposals</source>
      <translation>{count} — предложения</translation>
    </message>
    <message>
      <source>{count} refused</source>
      <translation>не принято: {count}</translation>
    </message>
    <message>
      <source>{count} reviewed</source>
      <translation>проверено: {count}</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} с</translation>
    </message>
    <message>
      <source>{count} there already</source>
      <translation>уже есть: {count}</translation>
    </message>
    <message>
      <source>{done} of {count}</source>
      <translation>{done} из {count}</translation>
    </message>
    <message>
      <source>{done} of {count} articles given or begun are done</source>
      <translation>готово {done} из {count} выданных или начатых статей</translation>
    </message>
    <message>
      <source>{done} of {total} decided</source>
      <translation>решено {done} из {total}</translation>
    </message>
    <message numerus="yes">
      <source>{edit}: %n item(s)</source>
      <translation>
        <numerusform>{edit}: %n объект</numerusform>
        <numerusform>{edit}: %n объекта</numerusform>
        <numerusform>{edit}: %n объектов</numerusform>
      </translation>
    </message>
    <message>
      <source>{encoding} is no encoding that is known here. Try utf-8, utf-16, cp1251, koi8-r or cp866.</source>
      <translation>Кодировка {encoding} неизвестна. Попробуйте utf-8, utf-16, cp1251, koi8-r или cp866.</translation>
    </message>
    <message>
      <source>{field}, filled in by the program: {count}</source>
      <translation>{field}, заполнено программой: {count}</translation>
    </message>
    <message>
      <source>{file} was changed by another program: this is its text.</source>
      <translation>Файл {file} изменила другая программа; показан её текст.</translation>
    </message>
    <message>
      <source>{file}: saved</source>
      <translation>{file}: сохранено</translation>
    </message>
    <message>
      <source>{format} can be read but not written. Can be written: {known}.</source>
      <translation>{format} можно прочитать, но не записать. Записываются: {known}.</translation>
    </message>
    <message>
      <source>{format} can be written but not read. Can be read: {known}.</source>
      <translation>{format} можно записать, но не прочитать. Читаются: {known}.</translation>
    </message>
    <message>
      <source>{format} cannot say which items nobody has settled, and {count} item(s) of {articles} article(s) would be written as if people had made them. Export what people settled (--what people), or ask for all (--unsettled).</source>
      <translation>{format} не различает, что решено человеком, а что нет: объектов, которых никто не проверял, — {count}, статей — {articles}; они выглядели бы работой людей. Экспортируйте решённое людьми (--what people) или потребуйте всё (--unsettled).</translation>
    </message>
    <message>
      <source>{format} cannot tell open proposals from people's work. Export what people settled, or tick “Write open proposals too”.</source>
      <translation>{format} не отличает нерешённые предложения от работы людей. Экспортируйте то, что люди решили, или отметьте «Писать и нерешённые предложения».</translation>
    </message>
    <message>
      <source>{format} is no format of ours. There are: {known}.</source>
      <translation>Формат {format} неизвестен. Есть: {known}.</translation>
    </message>
    <message>
      <source>{format} is several files, and standard output is one. Name a folder or file with -o.</source>
      <translation>{format} — это несколько файлов, а стандартный вывод один. Назовите папку или файл ключом -o.</translation>
    </message>
    <message>
      <source>{format} needs {package}, which this Citata came without. Where pip installed it: pip install 'citata[{extra}]'.</source>
      <translation>{format}: нужен пакет {package}, которого в этой Citata нет. Если её поставил pip: pip install 'citata[{extra}]'.</translation>
    </message>
    <message>
      <source>{form} quotation</source>
      <translation>{form} цитата</translation>
    </message>
    <message>
      <source>{form} quotation {what} marked</source>
      <translation>размечено: {form} цитата {what}</translation>
    </message>
    <message>
      <source>{form} quotation “{words}”</source>
      <translation>{form} цитата «{words}»</translation>
    </message>
    <message>
      <source>{found} found, {taken} marked already</source>
      <translation>найдено {found}, уже размечено {taken}</translation>
    </message>
    <message>
      <source>{gold} is the gold, {predicted} is measured: </source>
      <translation>{gold} — эталон, измеряется {predicted}: </translation>
    </message>
    <message>
      <source>{hits} in {articles}</source>
      <translation>{hits} ({articles})</translation>
    </message>
    <message>
      <source>{host} answered with a web page. That is no server of proposals; correct the address.</source>
      <translation>{host} ответил веб-страницей. Это не сервер предложений; исправьте адрес.</translation>
    </message>
    <message>
      <source>{host} answered with status {status}: {said}.</source>
      <translation>{host} ответил с кодом {status}: {said}.</translation>
    </message>
    <message>
      <source>{host} broke off the connection: {reason}.</source>
      <translation>{host} оборвал соединение: {reason}.</translation>
    </message>
    <message>
      <source>{host} cannot be reached: {reason}.</source>
      <translation>{host} недоступен: {reason}.</translation>
    </message>
    <message>
      <source>{host} does not let us in (status {status}): {said}. Name the environment variable with its key.</source>
      <translation>{host} не пускает (код {status}): {said}. Назовите переменную окружения с ключом.</translation>
    </message>
    <message>
      <source>{host} gave an empty answer.</source>
      <translation>{host} ответил пустым.</translation>
    </message>
    <message>
      <source>{host} has no model {model}, or no {path} (status {status}): {said}.</source>
      <translation>На {host} нет модели {model} или нет {path} (код {status}): {said}.</translation>
    </message>
    <message>
      <source>{host} has no {path} (status {status}): {said}. Correct the address.</source>
      <translation>На {host} нет {path} (код {status}): {said}. Исправьте адрес.</translation>
    </message>
    <message>
      <source>{host} is not this machine, although its name says so. Nothing was sent.</source>
      <translation>{host} — не этот компьютер, хотя имя говорит иначе. Ничего не отправлено.</translation>
    </message>
    <message>
      <source>{host} sends us from path to path without end.</source>
      <translation>{host} без конца отсылает с пути на путь.</translation>
    </message>
    <message>
      <source>{host} sent us to {other}, where nobody has allowed texts to go. Nothing was sent there.</source>
      <translation>{host} отослал на {other}, куда никто не разрешал отправлять тексты. Туда ничего не отправлено.</translation>
    </message>
    <message>
      <source>{hours} h {minutes:02} min</source>
      <translation>{hours} ч {minutes:02} мин</translation>
    </message>
    <message>
      <source>{id} is not the id of {kind} of this record.</source>
      <translation>{id} не является идентификатором ({kind}) этой записи.</translation>
    </message>
    <message numerus="yes">
      <source>{items} in %n article(s).</source>
      <translation>
        <numerusform>{items} в %n статье.</numerusform>
        <numerusform>{items} в %n статьях.</numerusform>
        <numerusform>{items} в %n статьях.</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} of {articles} that nobody has settled (origin auto, or fields auto)</source>
      <translation>{items} ({articles}), которых никто не решил (origin auto или поля auto)</translation>
    </message>
    <message>
      <source>{key} belongs to “{command}”. Press it again to take it from there.</source>
      <translation>{key} занята командой «{command}». Нажмите ещё раз, чтобы забрать её оттуда.</translation>
    </message>
    <message>
      <source>{label} and {other} look alike to some colour-blind people in the {theme} theme.</source>
      <translation>{label} и {other} похожи для некоторых дальтоников (оформление: {theme}).</translation>
    </message>
    <message>
      <source>{label} {what} marked</source>
      <translation>размечено: {label} {what}</translation>
    </message>
    <message>
      <source>{label}: contrast below 4.5:1 in the {theme} theme.</source>
      <translation>{label}: контраст ниже 4,5:1 (оформление: {theme}).</translation>
    </message>
    <message>
      <source>{left} was replaced or written over by another program while it was open, and was left alone. Everything that you did is saved in {path}, and you go on there.</source>
      <translation>Пока проект был открыт, другая программа заменила или переписала {left}; этот файл не тронут. Всё сделанное вами сохранено в {path}, и работа продолжается там.</translation>
    </message>
    <message>
      <source>{lines} in {articles}</source>
      <translation>{lines}, {articles}</translation>
    </message>
    <message>
      <source>{member} in {path} cannot be unpacked: {reason}.</source>
      <translation>{member} в {path} не распаковывается: {reason}.</translation>
    </message>
    <message>
      <source>{model} came to the end of its context before the end of its answer. Give it more context, or take smaller parts.</source>
      <translation>У {model} контекст кончился раньше ответа. Увеличьте контекст или уменьшите части.</translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} и ещё %n</numerusform>
        <numerusform>{names} и ещё %n</numerusform>
        <numerusform>{names} и ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} may review and see every layer; the others see their own.</source>
      <translation>Проверяют и видят все слои: {names}; остальные видят только свой.</translation>
    </message>
    <message>
      <source>{names} may review; everybody sees every layer.</source>
      <translation>Проверяют: {names}; все слои видят все.</translation>
    </message>
    <message>
      <source>{name} failed on {count} articles in a row and was not asked any more. The last time: {reason}.</source>
      <translation>{name} не справился с {count} статьями подряд, и больше его не спрашивали. В последний раз: {reason}.</translation>
    </message>
    <message>
      <source>{name} has no article {article}, which the gold has. Predict every article of it, or take the article out.</source>
      <translation>В {name} нет статьи {article}, которая есть в эталоне. Разметьте все его статьи или уберите эту.</translation>
    </message>
    <message numerus="yes">
      <source>{name} has proposed for %n article(s).</source>
      <translation>
        <numerusform>{name}: есть предложения для %n статьи.</numerusform>
        <numerusform>{name}: есть предложения для %n статей.</numerusform>
        <numerusform>{name}: есть предложения для %n статей.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} has proposed for every article already.</source>
      <translation>{name}: предложения есть уже для каждой статьи.</translation>
    </message>
    <message>
      <source>{name} has proposed nothing in this project yet, so there is nothing to start from. Run it first: citata annotate PROJECT --proposer {name}.</source>
      <translation>{name} ещё ничего не предложил в этом проекте, начинать не с чего. Сначала запустите его: citata annotate PROJECT --proposer {name}.</translation>
    </message>
    <message>
      <source>{name} is a share of the articles, from 0 to 1; {value} is none.</source>
      <translation>{name} — доля статей от 0 до 1; {value} не годится.</translation>
    </message>
    <message>
      <source>{name} is not among the reviewers of this project. Ask one of them, or change it under People and progress.</source>
      <translation>{name} не среди проверяющих этого проекта. Обратитесь к одному из них или измените это в окне «Люди и ход работы».</translation>
    </message>
    <message>
      <source>{name} is taken from the project; what it proposed stays.</source>
      <translation>{name} убран из проекта; его предложения остались.</translation>
    </message>
    <message>
      <source>{name} of the article, as it is kept in the project</source>
      <translation>{name}: сведения о статье, как они хранятся в проекте</translation>
    </message>
    <message>
      <source>{name} proposed nothing for {id}: {reason}.</source>
      <translation>{name} ничего не предложил для {id}: {reason}.</translation>
    </message>
    <message>
      <source>{name} without a quotation</source>
      <translation>{name} без цитаты</translation>
    </message>
    <message>
      <source>{name} {ours} here, {theirs} in the copy</source>
      <translation>{name}: {ours} здесь, {theirs} в копии</translation>
    </message>
    <message>
      <source>{name}, {since} to {until}</source>
      <translation>{name}, с {since} по {until}</translation>
    </message>
    <message>
      <source>{name}, {when}</source>
      <translation>{name}, {when}</translation>
    </message>
    <message>
      <source>{number} files in {folder}</source>
      <translation>файлов: {number}, в папке {folder}</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} из {count}</translation>
    </message>
    <message>
      <source>{one} and {other}</source>
      <translation>{one} и {other}</translation>
    </message>
    <message>
      <source>{one} and {other} are asked for one at a time.</source>
      <translation>{one} и {other} спрашивают по одному.</translation>
    </message>
    <message>
      <source>{ours} here, {theirs} in the copy</source>
      <translation>{ours} здесь, {theirs} в копии</translation>
    </message>
    <message>
      <source>{page} of {pages}</source>
      <translation>{page} из {pages}</translation>
    </message>
    <message>
      <source>{pairs} in {articles} with a named speaker.</source>
      <translation>{pairs}; статьи, где говорящий назван: {articles}.</translation>
    </message>
    <message>
      <source>{pair} is not OURS=THEIRS, as in text=Body</source>
      <translation>{pair} — не НАШЕ=ИХ, как text=Body</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Check that the file and its folder may be read and written.</source>
      <translation>{path} не открывается ({reason}). Проверьте, можно ли читать и писать файл и его папку.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}. Check its permissions.</source>
      <translation>{path} не читается: {reason}. Проверьте права доступа.</translation>
    </message>
    <message>
      <source>{path} cannot be written ({reason}). It is open for reading; to work on it, save a copy elsewhere.</source>
      <translation>В {path} нельзя писать ({reason}). Проект открыт для чтения; чтобы работать, сохраните копию в другом месте.</translation>
    </message>
    <message>
      <source>{path} cannot be written ({reason}); the search index is kept in {folder}.</source>
      <translation>В {path} нельзя писать ({reason}); поисковый индекс хранится в {folder}.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}. Choose another folder, or free some space. Nothing that was there has changed.</source>
      <translation>{path} нельзя записать: {reason}. Выберите другую папку или освободите место. Ничего из того, что было, не изменилось.</translation>
    </message>
    <message>
      <source>{path} could not be repaired: what was saved of it is not sound ({reason}). Nothing was written. Take a backup: citata restore {path}.</source>
      <translation>Не удалось исправить {path}: спасённое не выдержало проверки ({reason}). Ничего не записано. Возьмите резервную копию: citata restore {path}.</translation>
    </message>
    <message>
      <source>{path} has a second name on this disk (a hard link), and two names would be two locks: it is open for reading. Remove the other name, or save a copy and work there.</source>
      <translation>У {path} есть второе имя на этом диске (жёсткая ссылка), а два имени — это две блокировки: проект открыт только для чтения. Удалите другое имя или сохраните копию и работайте в ней.</translation>
    </message>
    <message>
      <source>{path} has learned nothing that is called {entry}. What there is: citata learn {path} --show.</source>
      <translation>В {path} не выучено ничего под именем {entry}. Что есть: citata learn {path} --show.</translation>
    </message>
    <message>
      <source>{path} has no article and no edit in common with this project, so it is no copy of it. To take its articles in all the same, repeat the command with --unrelated.</source>
      <translation>В {path} нет ни одной статьи и ни одной правки, общей с этим проектом: это не его копия. Чтобы всё равно взять оттуда статьи, повторите команду с --unrelated.</translation>
    </message>
    <message>
      <source>{path} has no files to read.</source>
      <translation>В {path} нет файлов, которые можно прочитать.</translation>
    </message>
    <message>
      <source>{path} has no layer of {annotator}. There are: {known}.</source>
      <translation>В {path} нет слоя {annotator}. Есть: {known}.</translation>
    </message>
    <message>
      <source>{path} has no main text that can be told from its menus and advertisements. Save the text itself.</source>
      <translation>В {path} не отличить основной текст от меню и рекламы. Сохраните сам текст.</translation>
    </message>
    <message>
      <source>{path} has no pre-annotation that anybody has worked on: the ledger is empty.</source>
      <translation>В {path} нет предразметки, над которой кто-то работал: журнал решений пуст.</translation>
    </message>
    <message>
      <source>{path} has no text layer: it is pictures of pages. Recognise the text first (OCR).</source>
      <translation>В {path} нет текстового слоя, только изображения страниц. Сначала распознайте текст (OCR).</translation>
    </message>
    <message>
      <source>{path} holds article {article} twice ({known}). Say whose layer is meant: {path}@ANNOTATOR.</source>
      <translation>В {path} статья {article} есть дважды ({known}). Укажите, чей слой нужен: {path}@ANNOTATOR.</translation>
    </message>
    <message>
      <source>{path} holds tables, triggers or views that are not Citata's ({names}). Nothing of it was run or changed; ask for the file as Citata wrote it, or restore a backup.</source>
      <translation>В {path} есть таблицы, триггеры или представления, которых Citata не создаёт ({names}). Ничего из них не запускалось и не изменялось; попросите файл в том виде, в каком его записала Citata, или восстановите резервную копию.</translation>
    </message>
    <message>
      <source>{path} holds {member}, which is a link to another file. It was left out.</source>
      <translation>В {path} есть {member} — ссылка на другой файл. Она не взята.</translation>
    </message>
    <message>
      <source>{path} holds {member}, which points outside the archive. It was left out.</source>
      <translation>В {path} есть {member}, ведущий за пределы архива. Он пропущен.</translation>
    </message>
    <message>
      <source>{path} is a folder, and a file is needed here.</source>
      <translation>{path} — папка, а здесь нужен файл.</translation>
    </message>
    <message>
      <source>{path} is a folder. Name a file.</source>
      <translation>{path} — это папка. Укажите файл.</translation>
    </message>
    <message>
      <source>{path} is a link to another file or folder. Links are not followed; import what it points to.</source>
      <translation>{path} — ссылка на другой файл или папку. По ссылкам программа не переходит; импортируйте то, на что она указывает.</translation>
    </message>
    <message>
      <source>{path} is a mail without text.</source>
      <translation>{path}: письмо без текста.</translation>
    </message>
    <message>
      <source>{path} is a project with several layers. Say whose is meant: {known}.</source>
      <translation>{path} — проект с несколькими слоями. Укажите, чей нужен: {known}.</translation>
    </message>
    <message>
      <source>{path} is already there. Choose another name; nothing was overwritten.</source>
      <translation>{path} уже существует. Выберите другое имя; ничего не перезаписано.</translation>
    </message>
    <message>
      <source>{path} is an archive in an archive. Unpack it first.</source>
      <translation>{path}: архив в архиве. Сначала распакуйте его.</translation>
    </message>
    <message>
      <source>{path} is as it was in {source}.</source>
      <translation>{path} теперь такой, каким был в {source}.</translation>
    </message>
    <message>
      <source>{path} is damaged ({reason}). Nothing was changed. Try: citata verify {path} --repair NEW.citata, or: citata restore {path}.</source>
      <translation>{path} повреждён ({reason}). Ничего не изменено. Попробуйте: citata verify {path} --repair NEW.citata, или: citata restore {path}.</translation>
    </message>
    <message>
      <source>{path} is empty: there is no text to annotate.</source>
      <translation>{path} пуст: размечать нечего.</translation>
    </message>
    <message>
      <source>{path} is locked with a password. Save a copy without one.</source>
      <translation>{path} закрыт паролем. Сохраните копию без пароля.</translation>
    </message>
    <message>
      <source>{path} is no file of what a project taught: {reason}. Nothing was changed.</source>
      <translation>{path} — не файл с тем, чему научил проект: {reason}. Ничего не изменилось.</translation>
    </message>
    <message>
      <source>{path} is no longer where it was ({reason}). The last change was not kept. Put the file back and try again, or save a copy elsewhere.</source>
      <translation>{path} больше нет на прежнем месте ({reason}). Последняя правка не сохранена. Верните файл и попробуйте снова или сохраните копию в другом месте.</translation>
    </message>
    <message>
      <source>{path} is not a Citata project ({reason}). It was not touched.</source>
      <translation>{path} не является проектом Citata ({reason}). Файл не тронут.</translation>
    </message>
    <message>
      <source>{path} is not a text file ({reason}). Save it as plain text and try again.</source>
      <translation>{path} не текстовый файл ({reason}). Сохраните его как простой текст и попробуйте снова.</translation>
    </message>
    <message>
      <source>{path} is not text in {encoding}: byte {byte} does not fit. Leave --encoding out to have it detected.</source>
      <translation>{path} не в кодировке {encoding}: байт {byte} не подходит. Без --encoding кодировка определится сама.</translation>
    </message>
    <message>
      <source>{path} is not the file that was opened any more ({reason}). Nothing more is written into it; what was done is saved under another name.</source>
      <translation>{path} — уже не тот файл, который был открыт ({reason}). В него больше ничего не записывается; сделанное сохраняется под другим именем.</translation>
    </message>
    <message>
      <source>{path} is not {format}, or is damaged ({reason}). Make it again, or name another --format.</source>
      <translation>{path} не в формате {format} или повреждён ({reason}). Сделайте его заново или укажите другой --format.</translation>
    </message>
    <message>
      <source>{path} is of no kind that can be read here. It was left out.</source>
      <translation>Файлы такого вида, как {path}, здесь не читаются. Файл пропущен.</translation>
    </message>
    <message>
      <source>{path} is open ({user} on {machine}). Close it there, then restore.</source>
      <translation>{path} открыт ({user} на компьютере {machine}). Закройте его там, затем восстанавливайте.</translation>
    </message>
    <message>
      <source>{path} is open for reading only.</source>
      <translation>{path} открыт только для чтения.</translation>
    </message>
    <message>
      <source>{path} is text in no encoding that can be told from Russian. Name it with --encoding.</source>
      <translation>Кодировку {path} не удалось определить. Укажите её через --encoding.</translation>
    </message>
    <message>
      <source>{path} is there and was not made by an export. Choose another folder.</source>
      <translation>{path} уже есть и создан не экспортом. Выберите другую папку.</translation>
    </message>
    <message>
      <source>{path} is there and was not made by an export. Choose another folder; nothing was replaced.</source>
      <translation>{path} уже есть и создана не экспортом. Выберите другую папку; ничего не заменено.</translation>
    </message>
    <message>
      <source>{path} is too large: {size} bytes, and an article may have {limit:,} characters. Split it.</source>
      <translation>{path} слишком велик: {size} байт, а в статье может быть {limit:,} знаков. Разделите его.</translation>
    </message>
    <message>
      <source>{path} names the command {command} as the proposer {name}, and nobody has allowed it on this machine. It would run with your rights. Allow it with: citata proposers {path} --allow {name}.</source>
      <translation>В {path} предразметчиком {name} названа команда {command}, и на этом компьютере её никто не разрешал. Она работала бы с вашими правами. Разрешить: citata proposers {path} --allow {name}.</translation>
    </message>
    <message>
      <source>{path} was made by a newer Citata (file version {version}; this program knows up to {known}). It was not touched; update Citata to open it.</source>
      <translation>{path} создан более новой Citata (версия файла {version}; эта программа знает до {known}). Файл не тронут; чтобы его открыть, обновите Citata.</translation>
    </message>
    <message>
      <source>{path} was moved, replaced or written over by another program while it was open. That file was left alone; everything that was done here is saved as {saved}.</source>
      <translation>Пока проект был открыт, другая программа переместила, заменила или переписала {path}. Тот файл не тронут; всё сделанное здесь сохранено как {saved}.</translation>
    </message>
    <message>
      <source>{path} would be written over while it is read. Choose another output file.</source>
      <translation>{path} был бы перезаписан во время чтения. Выберите другой файл.</translation>
    </message>
    <message>
      <source>{path} would unpack to {size} bytes or more, and {limit} are allowed. Unpack it yourself and look.</source>
      <translation>{path} распаковался бы в {size} байт или больше, а можно {limit}. Распакуйте и посмотрите сами.</translation>
    </message>
    <message>
      <source>{reading}. Import with --repair to read them so; every covered text fits then.</source>
      <translation>{reading}. С флажком --repair они будут так и прочитаны; тогда сойдутся все отрывки.</translation>
    </message>
    <message>
      <source>{reading}. Tick “Put right offsets that are off”; every covered text fits then.</source>
      <translation>{reading}. Отметьте «Исправить сбитые смещения»: тогда сойдутся все отрывки.</translation>
    </message>
    <message>
      <source>{reason}.</source>
      <translation>{reason}.</translation>
    </message>
    <message>
      <source>{records}: {reading}.</source>
      <translation>{records}: {reading}.</translation>
    </message>
    <message>
      <source>{score} % sure</source>
      <translation>уверенность {score} %</translation>
    </message>
    <message>
      <source>{settled} of {total} settled</source>
      <translation>решено {settled} из {total}</translation>
    </message>
    <message>
      <source>{share} of the quotations: a person decided</source>
      <translation>{share} цитат: решил человек</translation>
    </message>
    <message>
      <source>{size} MB</source>
      <translation>{size} МБ</translation>
    </message>
    <message>
      <source>{source} has a paragraph of {length:,} characters (number {number}), and a paragraph may have {limit:,}. Break it into lines.</source>
      <translation>В {source} есть абзац в {length:,} знаков (номер {number}), а в абзаце может быть {limit:,}. Разбейте его на строки.</translation>
    </message>
    <message>
      <source>{source} has no text: only white space, or nothing.</source>
      <translation>В {source} нет текста: только пробелы или ничего.</translation>
    </message>
    <message>
      <source>{source} has {length:,} characters, and an article may have {limit:,}. Split it.</source>
      <translation>В {source} {length:,} знаков, а в статье может быть {limit:,}. Разделите файл.</translation>
    </message>
    <message>
      <source>{source} holds the control character {character}, so it is not plain text. Remove it.</source>
      <translation>В {source} есть управляющий знак {character}, значит, это не простой текст. Уберите его.</translation>
    </message>
    <message>
      <source>{split} is not shares that add up to 100, as 80/10/10 or 90/10</source>
      <translation>{split} — не доли, которые дают вместе 100, как 80/10/10 или 90/10</translation>
    </message>
    <message>
      <source>{thing}: {what}, after the author’s words</source>
      <translation>{thing}: {what}, после слов автора</translation>
    </message>
    <message>
      <source>{thing}: {what}, around it</source>
      <translation>{thing}: {what}, с обеих сторон</translation>
    </message>
    <message>
      <source>{thing}: {what}, at the end</source>
      <translation>{thing}: {what}, в конце</translation>
    </message>
    <message>
      <source>{thing}: {what}, at the start</source>
      <translation>{thing}: {what}, в начале</translation>
    </message>
    <message>
      <source>{thing}: {what}, before the author’s words</source>
      <translation>{thing}: {what}, перед словами автора</translation>
    </message>
    <message>
      <source>{url} cannot be asked: {reason}.</source>
      <translation>{url} спросить нельзя: {reason}.</translation>
    </message>
    <message>
      <source>{user} on {machine} has had {path} open since {since} (process {pid}). You can read it; you can write once it is closed there.</source>
      <translation>{user} на компьютере {machine} держит {path} открытым с {since} (процесс {pid}). Проект можно читать; писать можно будет, когда его там закроют.</translation>
    </message>
    <message>
      <source>{value} (guess)</source>
      <translation>{value} (догадка)</translation>
    </message>
    <message>
      <source>{value} is no day. Type it as 2026-01-31 or 31.01.2026.</source>
      <translation>{value} — не день. Напишите его как 2026-01-31 или 31.01.2026.</translation>
    </message>
    <message>
      <source>{what} accepted</source>
      <translation>принято: {what}</translation>
    </message>
    <message>
      <source>{what} cannot be read to its end: {reason}</source>
      <translation>{what} не читается до конца: {reason}</translation>
    </message>
    <message>
      <source>{what} deleted</source>
      <translation>удалено: {what}</translation>
    </message>
    <message>
      <source>{what} given to the new actor {actor}</source>
      <translation>{what} отнесено к новому источнику {actor}</translation>
    </message>
    <message>
      <source>{what} rejected</source>
      <translation>отклонено: {what}</translation>
    </message>
    <message>
      <source>{where} has another Citata or other models ({theirs}) than this program ({ours}), so its proposals would differ. What was done before is kept. Install the same version on all machines.</source>
      <translation>На {where} другая Citata или другие модели ({theirs}), чем в этой программе ({ours}), и предложения были бы другими. Сделанное прежде сохранено. Установите на все машины одну и ту же версию.</translation>
    </message>
    <message>
      <source>{where} has no Citata that can annotate for this program ({reason}). Install the version {ours} where scheduler and workers run.</source>
      <translation>На {where} нет такой Citata, которая могла бы размечать для этой программы ({reason}). Установите версию {ours} там, где работают планировщик и рабочие процессы.</translation>
    </message>
    <message>
      <source>{words} sources bear this name</source>
      <translation>так зовут нескольких, всего {words}</translation>
    </message>
    <message>
      <source>“The official” who warned is Larisa Mukhina, not Galiyev. Press the digit that stands before her name on the right, or {key} to choose from all.</source>
      <translation>Предупредила «чиновница», то есть Лариса Мухина, а не Галиев. Нажмите цифру перед её именем справа или {key}, чтобы выбрать из всех.</translation>
    </message>
    <message>
      <source>“according to”</source>
      <translation>«по словам»</translation>
    </message>
    <message>
      <source>“as somebody said”</source>
      <translation>«как сказал»</translation>
    </message>
    <message>
      <source>“{command}” has {key} now.</source>
      <translation>У команды «{command}» теперь {key}.</translation>
    </message>
    <message>
      <source>“{found}” is nothing that can be annotated here. There are: {known}.</source>
      <translation>«{found}» здесь размечать нельзя. Есть: {known}.</translation>
    </message>
    <message>
      <source>“{key}” cannot be the name of a detail: it needs 1 to 100 characters that can be printed.</source>
      <translation>Поле нельзя назвать «{key}»: нужны от 1 до 100 видимых знаков.</translation>
    </message>
    <message>
      <source>“{name}” cannot be the name of a proposer. Use letters, digits, points, hyphens and underscores, at most 40, and not auto.</source>
      <translation>«{name}» не может быть именем предразметчика. Годятся буквы, цифры, точки, дефисы и подчёркивания, не больше 40, и не auto.</translation>
    </message>
    <message>
      <source>“{name}” is the name of a layer of the program.</source>
      <translation>Имя «{name}» занято: так называется слой самой программы.</translation>
    </message>
    <message>
      <source>“{title}”</source>
      <translation>«{title}»</translation>
    </message>
    <message>
      <source>“{title}” is open.</source>
      <translation>Открыта «{title}».</translation>
    </message>
    <message>
      <source>“{value}” is no address of a page. It begins with https:// or http://.</source>
      <translation>«{value}» — не ссылка на страницу: она начинается с https:// или http://.</translation>
    </message>
    <message>
      <source>“{value}” is no date. A date is written as 2031-05-04, with a time as 2031-05-04T18:30.</source>
      <translation>«{value}» — не дата. Пишите её так: 2031-05-04 или 04.05.2031, со временем: 2031-05-04 18:30.</translation>
    </message>
    <message>
      <source>“{word}”</source>
      <translation>«{word}»</translation>
    </message>
    <message>
      <source>“{word}” stands inside quotations {hits}, in {said}.</source>
      <translation>«{word}» внутри цитат: {hits}; всего {said}.</translation>
    </message>
    <message>
      <source>… and {number} characters more</source>
      <translation>… и ещё знаков: {number}</translation>
    </message>
    <message>
      <source>№</source>
      <translation>№</translation>
    </message>
    <message>
      <source>− the text here, + the text in the other copy</source>
      <translation>− текст здесь, + текст в другой копии</translation>
    </message>
  </context>
</TS>
