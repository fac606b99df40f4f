<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>citata</name>
    <message>
      <source>A doubled article would go to {each} people, and {count} are named.</source>
      <translation>Двойная статья достаётся {each} людям, а названо {count}.</translation>
    </message>
    <message>
      <source>A text holds half of a character (an unpaired surrogate) and cannot be stored: {reason}.</source>
      <translation>В тексте есть половина знака (непарный суррогат), его нельзя сохранить: {reason}.</translation>
    </message>
    <message>
      <source>Another program is writing to {path} at this moment. Nothing was lost; close it or try again.</source>
      <translation>В эту минуту в {path} пишет другая программа. Ничего не потеряно; закройте её или попробуйте снова.</translation>
    </message>
    <message>
      <source>Name the people that articles are to be given to (not auto and not adjudicated).</source>
      <translation>Назовите людей, которым раздать статьи (не auto и не adjudicated).</translation>
    </message>
    <message>
      <source>No article has layers of two of {known}: there is nothing to compare.</source>
      <translation>Ни у одной статьи нет слоёв двух из {known}: сравнивать нечего.</translation>
    </message>
    <message>
      <source>No backup of {path} could be made ({reason}). The project itself is as it was.</source>
      <translation>Не удалось сделать резервную копию {path} ({reason}). Сам проект остался как был.</translation>
    </message>
    <message>
      <source>Nothing to export: no layer fits {filters}. Finished work is exported unless you ask for more: --what people+open (open proposals too), --what proposals, or --layer.</source>
      <translation>Нечего экспортировать: ни один слой не подходит под условие ({filters}). Экспортируется законченная работа, если не попросить большего: --what people+open (и непроверенные предложения), --what proposals или --layer.</translation>
    </message>
    <message>
      <source>Nothing to export: the project has no annotations yet.</source>
      <translation>Нечего экспортировать: в проекте ещё нет разметки.</translation>
    </message>
    <message>
      <source>Nothing was annotated: {refused} refused.</source>
      <translation>Ничего не размечено: отклонено {refused}.</translation>
    </message>
    <message>
      <source>Nothing was imported: {refused} refused, {known} there already.</source>
      <translation>Ничего не импортировано: отклонено {refused}, уже было {known}.</translation>
    </message>
    <message>
      <source>Stopped before the end; nothing was changed.</source>
      <translation>Остановлено до конца; ничего не изменено.</translation>
    </message>
    <message>
      <source>The annotation of this article was changed elsewhere. It was read again; repeat your last act.</source>
      <translation>Разметка этой статьи изменилась в другом месте. Она прочитана заново; повторите последнее действие.</translation>
    </message>
    <message>
      <source>The disk reported a fault at {path} ({reason}). The last change was not kept; try again, or save a copy elsewhere.</source>
      <translation>Диск сообщил о сбое при работе с {path} ({reason}). Последняя правка не сохранена; попробуйте снова или сохраните копию в другом месте.</translation>
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
      <source>The expression {pattern} took more than {seconds} seconds on this article. Make it simpler.</source>
      <translation>Выражение {pattern} искалось в этой статье дольше {seconds} с. Сделайте его проще.</translation>
    </message>
    <message>
      <source>The gamma measure needs pygamma-agreement. Install it with: pip install 'citata[gamma]'.</source>
      <translation>Для меры гамма нужен pygamma-agreement. Установите: pip install 'citata[gamma]'.</translation>
    </message>
    <message>
      <source>The history of article {id} in {path} does not fit together ({reason}). Try: citata verify {path}.</source>
      <translation>История статьи {id} в {path} не сходится ({reason}). Попробуйте: citata verify {path}.</translation>
    </message>
    <message>
      <source>The labels in {source} do not hold: {reason}. Nothing has changed.</source>
      <translation>Метки в {source} не годятся: {reason}. Ничего не изменено.</translation>
    </message>
    <message>
      <source>The language models are missing: {package} has no data in {folder}. Install them with: pip install --force-reinstall {package}.</source>
      <translation>Нет языковых моделей: у {package} нет данных в {folder}. Установите: pip install --force-reinstall {package}.</translation>
    </message>
    <message>
      <source>The last edit in {path} was made at {last}, which this computer's clock has not reached yet. Set the clock; the order of the edits is kept in any case.</source>
      <translation>Последняя правка в {path} сделана {last}, до этого времени часы компьютера ещё не дошли. Поправьте часы; порядок правок в любом случае сохраняется.</translation>
    </message>
    <message>
      <source>The project already has the article {id}, with the same text.</source>
      <translation>Статья {id} с тем же текстом уже есть в проекте.</translation>
    </message>
    <message>
      <source>The project has no article {id}.</source>
      <translation>В проекте нет статьи {id}.</translation>
    </message>
    <message>
      <source>The project has the article {id} with another text. The texts were left as they are.</source>
      <translation>Статья {id} есть в проекте с другим текстом. Тексты оставлены как были.</translation>
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
      <source>There is no backup number {number} of {path}; there are {count}. Without a number, citata restore lists them.</source>
      <translation>Резервной копии {path} с номером {number} нет; всего их {count}. Без номера citata restore покажет их список.</translation>
    </message>
    <message>
      <source>There is no comment {id} to answer.</source>
      <translation>Нет замечания {id}, на которое можно ответить.</translation>
    </message>
    <message>
      <source>There is no file {path}. Check the name, or whether the disk it is on is there.</source>
      <translation>Файла {path} нет. Проверьте имя и то, подключён ли диск.</translation>
    </message>
    <message>
      <source>There is no open conflict {id} any more: somebody has settled it.</source>
      <translation>Неразрешённого противоречия {id} больше нет: кто-то его уже разрешил.</translation>
    </message>
    <message>
      <source>There is no room left on the disk of {path}. The last change was not kept; everything before it was. Make room and try again, or save a copy elsewhere.</source>
      <translation>На диске с {path} не осталось места. Последняя правка не сохранена, всё до неё сохранено. Освободите место и попробуйте снова или сохраните копию в другом месте.</translation>
    </message>
    <message>
      <source>Two of the layers have the name {name}. Give two different layers.</source>
      <translation>Два слоя называются {name}. Дайте два разных слоя.</translation>
    </message>
    <message>
      <source>a quotation needs at least one range.</source>
      <translation>цитате нужен хотя бы один отрезок.</translation>
    </message>
    <message>
      <source>a row of {table} points to a row of {target} that is not there</source>
      <translation>строка таблицы {table} указывает на строку {target}, которой нет</translation>
    </message>
    <message>
      <source>an article {id} with another text is there already. Give one of them another id.</source>
      <translation>статья {id} с другим текстом уже есть. Дайте одной из них другой идентификатор.</translation>
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
      <source>article {article}, {annotator}: the counts of the list are {kept}, and should be {expected}</source>
      <translation>статья {article}, {annotator}: счётчики списка {kept}, а должны быть {expected}</translation>
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
      <source>article {article}, {annotator}: {count} edits of the log could not be kept</source>
      <translation>статья {article}, {annotator}: правок журнала, которые не удалось сохранить: {count}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {count} items are not as the log has them</source>
      <translation>статья {article}, {annotator}: объектов, которые не сходятся с журналом: {count}</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} does not lie in the text and was left out</source>
      <translation>статья {article}, {annotator}: {item} лежит вне текста и не вошло</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {item} is kept with other words ({kept}) than the text has there ({text})</source>
      <translation>статья {article}, {annotator}: у {item} записаны другие слова ({kept}), чем стоят в тексте ({text})</translation>
    </message>
    <message>
      <source>article {article}, {annotator}: {reason}</source>
      <translation>статья {article}, {annotator}: {reason}</translation>
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
      <source>half of a surrogate pair stands here: an emoji was cut in two. Repair the line.</source>
      <translation>здесь половина суррогатной пары: эмодзи разрезан надвое. Исправьте строку.</translation>
    </message>
    <message>
      <source>layer number {number}: whose it is cannot be read</source>
      <translation>слой номер {number}: не удалось прочитать, чей он</translation>
    </message>
    <message>
      <source>the article has no text.</source>
      <translation>у статьи нет текста.</translation>
    </message>
    <message>
      <source>the database: {reason}</source>
      <translation>база данных: {reason}</translation>
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
      <source>the label {label} is not one of the project's ({known}). Add it to the project, or import with --add-labels.</source>
      <translation>метки {label} нет в проекте (есть {known}). Добавьте её в проект или импортируйте с --add-labels.</translation>
    </message>
    <message>
      <source>the layer of {annotator} for article {id} is there already and differs. Import with --replace to put this one in its place (it can be undone), or give the record another annotator.</source>
      <translation>слой {annotator} статьи {id} уже есть и отличается. Импортируйте с заменой (--replace, это можно отменить) или назовите другого разметчика.</translation>
    </message>
    <message>
      <source>the project's value {key} makes no sense: {reason}</source>
      <translation>значение проекта {key} не имеет смысла: {reason}</translation>
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
      <source>the window cannot start, since Qt lacks {libraries}. On Debian: apt-get install {packages}. The commands (citata --help) work without it.</source>
      <translation>окно не может открыться: для Qt не хватает {libraries}. В Debian: apt-get install {packages}. Команды (citata --help) работают и без него.</translation>
    </message>
    <message>
      <source>there is no column {column}; there are: {known}. Map the columns with --column text=NAME.</source>
      <translation>нет столбца {column}; есть: {known}. Сопоставьте столбцы: --column text=NAME.</translation>
    </message>
    <message>
      <source>this is not a whole JSON object ({reason}). Export the file again, or repair the line.</source>
      <translation>это не целый объект JSON ({reason}). Экспортируйте файл заново или исправьте строку.</translation>
    </message>
    <message>
      <source>{encoding} is no encoding that is known here. Try utf-8, utf-16, cp1251, koi8-r or cp866.</source>
      <translation>Кодировка {encoding} неизвестна. Попробуйте utf-8, utf-16, cp1251, koi8-r или cp866.</translation>
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
      <translation>{format} не может указать, что ещё никем не проверено, и {count} элем. (статей: {articles}) были бы записаны так, будто их разметили люди. Экспортируйте проверенное людьми (--what people) или попросите записать всё (--unsettled).</translation>
    </message>
    <message>
      <source>{format} is no format of ours. There are: {known}.</source>
      <translation>Формат {format} неизвестен. Есть: {known}.</translation>
    </message>
    <message>
      <source>{format} needs {package}. Install it with: pip install 'citata[{extra}]'.</source>
      <translation>Для {format} нужен {package}. Установите: pip install 'citata[{extra}]'.</translation>
    </message>
    <message>
      <source>{id} is not the id of {kind} of this record.</source>
      <translation>{id} не является идентификатором ({kind}) этой записи.</translation>
    </message>
    <message>
      <source>{member} in {path} cannot be unpacked: {reason}.</source>
      <translation>{member} в {path} не распаковывается: {reason}.</translation>
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
      <source>{path} cannot be written: {reason}. Choose another folder, or free some space. Nothing that was there has changed.</source>
      <translation>{path} нельзя записать: {reason}. Выберите другую папку или освободите место. Ничего из того, что было, не изменилось.</translation>
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
      <source>{path} holds {member}, which points outside the archive. It was left out.</source>
      <translation>В {path} есть {member}, ведущий за пределы архива. Он пропущен.</translation>
    </message>
    <message>
      <source>{path} is a folder, and a file is needed here.</source>
      <translation>{path} — папка, а здесь нужен файл.</translation>
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
      <source>{path} is there and was not made by an export. Choose another folder; nothing was replaced.</source>
      <translation>{path} уже есть и создана не экспортом. Выберите другую папку; ничего не заменено.</translation>
    </message>
    <message>
      <source>{path} is too large: {size} bytes, and an article may have {limit:,} characters. Split it.</source>
      <translation>{path} слишком велик: {size} байт, а в статье может быть {limit:,} знаков. Разделите его.</translation>
    </message>
    <message>
      <source>{path} was made by a newer Citata (file version {version}; this program knows up to {known}). It was not touched; update Citata to open it.</source>
      <translation>{path} создан более новой Citata (версия файла {version}; эта программа знает до {known}). Файл не тронут; чтобы его открыть, обновите Citata.</translation>
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
      <source>{reason}.</source>
      <translation>{reason}.</translation>
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
      <source>{user} on {machine} has had {path} open since {since} (process {pid}). You can read it; you can write once it is closed there.</source>
      <translation>{user} на компьютере {machine} держит {path} открытым с {since} (процесс {pid}). Проект можно читать; писать можно будет, когда его там закроют.</translation>
    </message>
    <message>
      <source>{what} cannot be read to its end: {reason}</source>
      <translation>{what} не читается до конца: {reason}</translation>
    </message>
    <message>
      <source>“{found}” is nothing that can be annotated here. There are: {known}.</source>
      <translation>«{found}»: такого здесь не размечают. Есть: {known}.</translation>
    </message>
  </context>
</TS>
