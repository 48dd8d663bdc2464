<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Turns a photo into a drawing of few, editable Bézier strokes, on your own machine. It is named after Picasso’s Le Taureau, the bull that loses a line with every print.</source>
        <translation>Verwandelt ein Foto in eine Zeichnung aus wenigen, bearbeitbaren Bézierstrichen, auf dem eigenen Rechner. Benannt nach Picassos Le Taureau, dem Stier, der mit jedem Abzug eine Linie verliert.</translation>
    </message>
    <message>
        <source>The method builds on CLIPasso (Vinker and others, 2022) and CLIP (Radford and others, 2021). The built-in encoder is EfficientNet-Lite0. Icons: Lucide, ISC.</source>
        <translation>Das Verfahren baut auf CLIPasso (Vinker und andere, 2022) und CLIP (Radford und andere, 2021) auf. Der eingebaute Encoder ist EfficientNet-Lite0. Symbole: Lucide, ISC.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Nothing is sent anywhere; models are fetched only when you ask for one.</source>
        <translation>Apache-Lizenz 2.0. Nichts wird irgendwohin gesendet; Modelle werden nur auf Wunsch geladen.</translation>
    </message>
    <message>
        <source>About Taureau</source>
        <translation>Über Taureau</translation>
    </message>
    <message>
        <source>A bull of five strokes</source>
        <translation>Ein Stier aus fünf Strichen</translation>
    </message>
    <message>
        <source>Taureau {VERSION}</source>
        <translation>Taureau {VERSION}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>The file&apos;s name; its ending follows the format, and typing another one chooses that</source>
        <translation>Der Name der Datei; die Endung folgt dem Format, und eine andere Endung wählt ein anderes</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to what an export is before anything is chosen</source>
        <translation>Zurück zu dem, was ein Export ist, bevor etwas gewählt wird</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Write nothing; the choices are remembered (Esc)</source>
        <translation>Nichts schreiben; die Auswahl wird gemerkt (Esc)</translation>
    </message>
    <message>
        <source>Write what the preview shows (Enter)</source>
        <translation>Schreiben, was die Vorschau zeigt (Enter)</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Ordner: {folder}</translation>
    </message>
    <message>
        <source>{folder}
Click to choose another folder</source>
        <translation>{folder}
Klicken, um einen anderen Ordner zu wählen</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>In einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>replaces {name}</source>
        <translation>ersetzt {name}</translation>
    </message>
    <message>
        <source>replaces {len} files</source>
        <translation>ersetzt {len} Dateien</translation>
    </message>
    <message>
        <source>{over} over the edge of the page</source>
        <translation>{over} über den Rand der Seite hinaus</translation>
    </message>
    <message>
        <source>Close this page (Esc)</source>
        <translation>Diese Seite schließen (Esc)</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What to do: a few letters are enough</source>
        <translation>Was zu tun ist: ein paar Buchstaben genügen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>What someone who helps you may ask for. Read it before you pass it on: nothing is sent anywhere, and nothing of your photos and drawings is in it.</source>
        <translation>Wonach Helfende fragen können. Lesen Sie es, bevor Sie es weitergeben: Nichts wird irgendwohin gesendet, und nichts von Ihren Fotos und Zeichnungen ist darin.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the report to the clipboard</source>
        <translation>Den Bericht in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Move the sheet</source>
        <translation>Das Blatt verschieben</translation>
    </message>
    <message>
        <source>Space, or middle button, and drag</source>
        <translation>Leertaste oder mittlere Taste, und ziehen</translation>
    </message>
    <message>
        <source>Leave it as before the press</source>
        <translation>Lassen, wie es vor dem Drücken war</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Scale in proportion, turn in steps</source>
        <translation>Im Verhältnis skalieren, in Stufen drehen</translation>
    </message>
    <message>
        <source>Ctrl, while dragging</source>
        <translation>Strg, beim Ziehen</translation>
    </message>
    <message>
        <source>Do not snap</source>
        <translation>Nicht einrasten</translation>
    </message>
    <message>
        <source>Alt, while dragging</source>
        <translation>Alt, beim Ziehen</translation>
    </message>
    <message>
        <source>Zoom, or move the sheet, by touch</source>
        <translation>Zoomen oder das Blatt verschieben, durch Berührung</translation>
    </message>
    <message>
        <source>Two fingers, or one</source>
        <translation>Zwei Finger, oder einer</translation>
    </message>
    <message>
        <source>Go into a group, take one line of it</source>
        <translation>In eine Gruppe gehen, eine Linie daraus nehmen</translation>
    </message>
    <message>
        <source>Double-click, Ctrl+click</source>
        <translation>Doppelklick, Strg+Klick</translation>
    </message>
    <message>
        <source>Drag what is selected into another program</source>
        <translation>Das Ausgewählte in ein anderes Programm ziehen</translation>
    </message>
    <message>
        <source>Ctrl+Alt, while dragging</source>
        <translation>Strg+Alt, beim Ziehen</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Was hier getan werden kann</translation>
    </message>
    <message>
        <source>Right click, or the menu key</source>
        <translation>Rechtsklick, oder die Menütaste</translation>
    </message>
    <message>
        <source>Move what is selected, 1 or 10 px</source>
        <translation>Das Ausgewählte um 1 oder 10 px verschieben</translation>
    </message>
    <message>
        <source>Arrow keys, with Shift</source>
        <translation>Pfeiltasten, mit Umschalt</translation>
    </message>
    <message>
        <source>Make nodes smooth, or corners</source>
        <translation>Knoten glätten oder zu Ecken machen</translation>
    </message>
    <message>
        <source>Shift+S, Shift+C</source>
        <translation>Umschalt+S, Umschalt+C</translation>
    </message>
    <message>
        <source>Cut a line at nodes, join two ends</source>
        <translation>Eine Linie an Knoten trennen, zwei Enden verbinden</translation>
    </message>
    <message>
        <source>Shift+B, Shift+J</source>
        <translation>Umschalt+B, Umschalt+J</translation>
    </message>
    <message>
        <source>Back to a control&apos;s default</source>
        <translation>Zurück zum Standardwert</translation>
    </message>
    <message>
        <source>Ctrl+Backspace, or double-click its name</source>
        <translation>Strg+Rücktaste, oder Doppelklick auf den Namen</translation>
    </message>
    <message>
        <source>From control to control</source>
        <translation>Von Bedienelement zu Bedienelement</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Hide or show the panels</source>
        <translation>Bedienfelder ausblenden oder zeigen</translation>
    </message>
    <message>
        <source>Tab, once the sheet was clicked</source>
        <translation>Tab, nach einem Klick auf das Blatt</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shortcuts by menu</source>
        <translation>Tastenkürzel nach Menü</translation>
    </message>
    <message>
        <source>Open a photo or a drawing</source>
        <translation>Ein Foto oder eine Zeichnung öffnen</translation>
    </message>
    <message>
        <source>Draw without this photo; the drawing stays</source>
        <translation>Ohne dieses Foto zeichnen; die Zeichnung bleibt</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Find the subject and leave its background undrawn</source>
        <translation>Das Motiv finden und seinen Hintergrund weglassen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Click or paint what is to be drawn</source>
        <translation>Anklicken oder malen, was gezeichnet werden soll</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Draw everything, background included</source>
        <translation>Alles zeichnen, auch den Hintergrund</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Noch kein Foto</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>Drop or open one</source>
        <translation>Eines öffnen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>&amp;Zeichnen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Begin with an empty window</source>
        <translation>Mit einem leeren Fenster beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open photo &amp;beneath the drawing…</source>
        <translation>Foto &amp;unter der Zeichnung öffnen…</translation>
    </message>
    <message>
        <source>Open the photo that a drawing from a file was made from, to continue the drawing</source>
        <translation>Das Foto öffnen, nach dem eine Zeichnung aus einer Datei entstand, um sie fortzusetzen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Re&amp;vert to the file</source>
        <translation>&amp;Zurück zur Datei</translation>
    </message>
    <message>
        <source>Go back to what was saved; undo brings back what you have now</source>
        <translation>Zu dem zurück, was gespeichert war; Rückgängig bringt zurück, was jetzt da ist</translation>
    </message>
    <message>
        <source>Keep the &amp;photo in saved drawings</source>
        <translation>&amp;Foto in gespeicherten Zeichnungen behalten</translation>
    </message>
    <message>
        <source>So that a drawing opened later can be continued; exports never contain it</source>
        <translation>Damit eine später geöffnete Zeichnung fortgesetzt werden kann; Exporte enthalten es nie</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write the drawing for other programs, for print, or for a plotter</source>
        <translation>Die Zeichnung für andere Programme, zum Drucken oder für einen Plotter schreiben</translation>
    </message>
    <message>
        <source>Export fil&amp;m…</source>
        <translation>Fil&amp;m exportieren…</translation>
    </message>
    <message>
        <source>Write how the drawing came to be, stroke by stroke: SVG, WebP, GIF, video, Lottie</source>
        <translation>Speichern, wie die Zeichnung entstand, Strich für Strich: SVG, WebP, GIF, Video, Lottie</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>See the drawing on its page, then print it, in lines; true to size or fitted</source>
        <translation>Die Zeichnung auf ihrer Seite sehen und drucken, in Linien; in wahrer Größe oder eingepasst</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>Take the selected strokes out of the drawing and onto the clipboard</source>
        <translation>Die ausgewählten Striche aus der Zeichnung in die Zwischenablage nehmen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Put the selected strokes onto the clipboard, as SVG that other programs take</source>
        <translation>Die ausgewählten Striche in die Zwischenablage legen, als SVG, das andere Programme nehmen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Strokes from here or another program, or a picture to draw</source>
        <translation>Striche von hier oder aus einem anderen Programm, oder ein Bild zum Zeichnen</translation>
    </message>
    <message>
        <source>Select &amp;next stroke</source>
        <translation>&amp;Nächsten Strich auswählen</translation>
    </message>
    <message>
        <source>Select pre&amp;vious stroke</source>
        <translation>&amp;Vorigen Strich auswählen</translation>
    </message>
    <message>
        <source>Select &amp;all strokes</source>
        <translation>&amp;Alle Striche auswählen</translation>
    </message>
    <message>
        <source>&amp;Invert the selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>Select n&amp;othing</source>
        <translation>N&amp;ichts auswählen</translation>
    </message>
    <message>
        <source>Select &amp;similar</source>
        <translation>Ähn&amp;liche auswählen</translation>
    </message>
    <message>
        <source>Of the same &amp;colour</source>
        <translation>Von gleicher &amp;Farbe</translation>
    </message>
    <message>
        <source>Of the same &amp;width</source>
        <translation>Von gleicher &amp;Breite</translation>
    </message>
    <message>
        <source>Of the same &amp;pen</source>
        <translation>Vom gleichen &amp;Stift</translation>
    </message>
    <message>
        <source>On the same &amp;layer</source>
        <translation>Auf derselben &amp;Ebene</translation>
    </message>
    <message>
        <source>Select all strokes that have the {respect} of a selected one</source>
        <translation>Alle Striche auswählen, die einem ausgewählten darin gleichen: {respect}</translation>
    </message>
    <message>
        <source>Take the selected strokes out of the drawing</source>
        <translation>Die ausgewählten Striche aus der Zeichnung nehmen</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>&amp;Festhalten</translation>
    </message>
    <message>
        <source>&amp;Keep the strokes shown</source>
        <translation>Die gezeigten Striche &amp;behalten</translation>
    </message>
    <message>
        <source>Take the strokes out of the drawing that the slider below hides</source>
        <translation>Die Striche aus der Zeichnung nehmen, die der Regler unten verbirgt</translation>
    </message>
    <message>
        <source>P&amp;rune…</source>
        <translation>&amp;Ausdünnen…</translation>
    </message>
    <message>
        <source>Find the strokes that the drawing can do without; nothing is removed before you confirm</source>
        <translation>Striche finden, die die Zeichnung entbehren kann; entfernt wird erst nach Bestätigung</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>Find strokes that continue each other, to make them one; shown before it is done</source>
        <translation>Striche finden, die einander fortsetzen, um sie zu einem zu machen; vorher gezeigt</translation>
    </message>
    <message>
        <source>L&amp;eave it as it is</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Units, colours, snapping, grid, touch and files</source>
        <translation>Einheiten, Farben, Einrasten, Raster, Berührung und Dateien</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>Anhalten und &amp;behalten</translation>
    </message>
    <message>
        <source>Stop and d&amp;iscard</source>
        <translation>Anhalten und &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Imagine…</source>
        <translation>&amp;Vorstellen…</translation>
    </message>
    <message>
        <source>Pictures of words, variations, blends, changes by words; each can be drawn</source>
        <translation>Bilder aus Worten, Varianten, Überblendungen, Änderungen durch Worte; jedes kann gezeichnet werden</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>What there is to draw with: fetch, import, verify, remove</source>
        <translation>Womit gezeichnet werden kann: laden, importieren, prüfen, entfernen</translation>
    </message>
    <message>
        <source>&amp;Play the drawing</source>
        <translation>Zeichnung ab&amp;spielen</translation>
    </message>
    <message>
        <source>See the drawing drawn, stroke by stroke, from the strokes shown on</source>
        <translation>Sehen, wie die Zeichnung gezeichnet wird, Strich für Strich, ab den gezeigten Strichen</translation>
    </message>
    <message>
        <source>S&amp;top playing</source>
        <translation>Abspielen &amp;beenden</translation>
    </message>
    <message>
        <source>Show the whole drawing again</source>
        <translation>Wieder die ganze Zeichnung zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all strokes</source>
        <translation>&amp;Alle Striche zeigen</translation>
    </message>
    <message>
        <source>Show the whole drawing again, not only its first strokes</source>
        <translation>Wieder die ganze Zeichnung zeigen, nicht nur ihre ersten Striche</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation>In das Fenster &amp;einpassen</translation>
    </message>
    <message>
        <source>Zoom to the s&amp;election</source>
        <translation>Auf die &amp;Auswahl zoomen</translation>
    </message>
    <message>
        <source>Show what is selected as large as possible</source>
        <translation>Das Ausgewählte so groß wie möglich zeigen</translation>
    </message>
    <message>
        <source>Zoom to the dra&amp;wing</source>
        <translation>Auf die &amp;Zeichnung zoomen</translation>
    </message>
    <message>
        <source>Show all strokes as large as possible, without the empty edges of the sheet</source>
        <translation>Alle Striche so groß wie möglich zeigen, ohne die leeren Ränder des Blatts</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Lineale</translation>
    </message>
    <message>
        <source>Rulers at the edges of the sheet, out of which guides are dragged</source>
        <translation>Lineale an den Rändern des Blatts, aus denen Hilfslinien gezogen werden</translation>
    </message>
    <message>
        <source>&amp;Guides</source>
        <translation>&amp;Hilfslinien</translation>
    </message>
    <message>
        <source>Show the guides, or hide them; those of hidden guides nothing snaps to</source>
        <translation>Die Hilfslinien zeigen oder verbergen; an verborgenen rastet nichts ein</translation>
    </message>
    <message>
        <source>Remo&amp;ve all guides</source>
        <translation>Alle Hilfslinien &amp;entfernen</translation>
    </message>
    <message>
        <source>A single guide is removed by dragging it back onto its ruler</source>
        <translation>Eine einzelne Hilfslinie entfernt man, indem man sie auf ihr Lineal zurückzieht</translation>
    </message>
    <message>
        <source>Gri&amp;d</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <source>A grid on the sheet; its spacing is in the preferences</source>
        <translation>Ein Raster auf dem Blatt; sein Abstand steht in den Einstellungen</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>Ei&amp;nrasten</translation>
    </message>
    <message>
        <source>What is dragged or drawn snaps to nodes, ends, guides, grid and page; Alt suspends it</source>
        <translation>Was gezogen oder gezeichnet wird, rastet an Knoten, Enden, Hilfslinien, Raster und Seite ein; Alt setzt es aus</translation>
    </message>
    <message>
        <source>The sheet a&amp;lone</source>
        <translation>&amp;Nur das Blatt</translation>
    </message>
    <message>
        <source>Hide all panels, or show them again; Tab does it too, once the sheet was clicked</source>
        <translation>Alle Bedienfelder ausblenden oder wieder zeigen; nach einem Klick auf das Blatt tut es auch Tab</translation>
    </message>
    <message>
        <source>Photo and drawing side &amp;by side</source>
        <translation>Foto und Zeichnung neben&amp;einander</translation>
    </message>
    <message>
        <source>A line across the sheet: left of it the photo, right of it the drawing (D)</source>
        <translation>Eine Linie über dem Blatt: links davon das Foto, rechts die Zeichnung (D)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>Dim what is left out of the drawing (M)</source>
        <translation>Abdunkeln, was nicht gezeichnet wird (M)</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>&amp;Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Show where the encoder looks, the stronger the more (T)</source>
        <translation>Zeigen, wohin der Encoder sieht, je stärker, desto mehr (T)</translation>
    </message>
    <message>
        <source>Where strokes &amp;begin</source>
        <translation>Wo Striche &amp;beginnen</translation>
    </message>
    <message>
        <source>Ring the places where the latest run began its strokes</source>
        <translation>Die Stellen einkreisen, wo der letzte Lauf seine Striche begann</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>&amp;Striche</translation>
    </message>
    <message>
        <source>The panel with the layers, and with the strokes&apos; width, colour and order</source>
        <translation>Das Bedienfeld mit den Ebenen und mit Breite, Farbe und Ordnung der Striche</translation>
    </message>
    <message>
        <source>What it &amp;sees</source>
        <translation>Was es &amp;sieht</translation>
    </message>
    <message>
        <source>The panel that names what is seen in photo and drawing</source>
        <translation>Das Bedienfeld, das benennt, was in Foto und Zeichnung gesehen wird</translation>
    </message>
    <message>
        <source>A&amp;nimate new strokes</source>
        <translation>Neue Striche a&amp;nimieren</translation>
    </message>
    <message>
        <source>New strokes appear along their length; switch off for no motion</source>
        <translation>Neue Striche erscheinen ihrer Länge nach; ausschalten für keine Bewegung</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>Befehl &amp;finden…</translation>
    </message>
    <message>
        <source>Type a few letters of what to do</source>
        <translation>Ein paar Buchstaben dessen tippen, was zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>Versions, machine and log, for whoever helps you; read it before you copy it</source>
        <translation>Versionen, Rechner und Protokoll, für Helfende; vor dem Kopieren lesen</translation>
    </message>
    <message>
        <source>&amp;About Taureau</source>
        <translation>Ü&amp;ber Taureau</translation>
    </message>
    <message>
        <source>&amp;Pause playing</source>
        <translation>Abspielen an&amp;halten</translation>
    </message>
    <message>
        <source>Un&amp;freeze</source>
        <translation>&amp;Loslassen</translation>
    </message>
    <message>
        <source>Let the selected strokes move again when more is drawn</source>
        <translation>Die ausgewählten Striche dürfen sich wieder bewegen, wenn mehr gezeichnet wird</translation>
    </message>
    <message>
        <source>Hold the selected strokes still when more is drawn</source>
        <translation>Die ausgewählten Striche festhalten, wenn mehr gezeichnet wird</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphit</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Carmine</source>
        <translation>Karmin</translation>
    </message>
    <message>
        <source>Chalk</source>
        <translation>Kreide</translation>
    </message>
    <message>
        <source>Warm white</source>
        <translation>Warmweiß</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>Creme</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Black-board</source>
        <translation>Schiefertafel</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>Millimeter</translation>
    </message>
    <message>
        <source>inches</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>The first lines found, in a few seconds</source>
        <translation>Die zuerst gefundenen Linien, in wenigen Sekunden</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Takes the time to settle the lines onto the subject</source>
        <translation>Nimmt sich Zeit, die Linien an das Motiv anzulegen</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fein</translation>
    </message>
    <message>
        <source>Judged by CLIP, which sees what the subject is: minutes without a graphics card</source>
        <translation>Beurteilt von CLIP, das sieht, was das Motiv ist: Minuten ohne Grafikkarte</translation>
    </message>
    <message>
        <source>CLIPasso</source>
        <translation>CLIPasso</translation>
    </message>
    <message>
        <source>As the method was published, to compare with: hours without a graphics card</source>
        <translation>Wie das Verfahren veröffentlicht wurde, zum Vergleich: Stunden ohne Grafikkarte</translation>
    </message>
    <message numerus="yes">
        <source>%n more stroke(s)</source>
        <translation>
            <numerusform>%n weiterer Strich</numerusform>
            <numerusform>%n weitere Striche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n Strich</numerusform>
            <numerusform>%n Striche</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no drawing.</source>
        <translation>Die Zwischenablage enthält keine Zeichnung.</translation>
    </message>
    <message>
        <source>Copy strokes here, or a drawing in another program.</source>
        <translation>Kopieren Sie hier Striche, oder eine Zeichnung in einem anderen Programm.</translation>
    </message>
    <message>
        <source>This cannot be pasted: {error}</source>
        <translation>Das kann nicht eingefügt werden: {error}</translation>
    </message>
    <message>
        <source>What was copied has no lines to paste.</source>
        <translation>Das Kopierte hat keine Linien zum Einfügen.</translation>
    </message>
    <message>
        <source>Text and pictures are not lines.</source>
        <translation>Text und Bilder sind keine Linien.</translation>
    </message>
    <message>
        <source>take the photo&apos;s colours</source>
        <translation>Farben des Fotos nehmen</translation>
    </message>
    <message>
        <source>plain ink</source>
        <translation>einfache Tinte</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>remove the tone</source>
        <translation>Ton entfernen</translation>
    </message>
    <message>
        <source>fill areas</source>
        <translation>Flächen füllen</translation>
    </message>
    <message>
        <source>bring {} to the front</source>
        <translation>{} ganz nach vorn bringen</translation>
    </message>
    <message>
        <source>raise {}</source>
        <translation>{} nach oben bringen</translation>
    </message>
    <message>
        <source>lower {}</source>
        <translation>{} nach unten bringen</translation>
    </message>
    <message>
        <source>send {} to the back</source>
        <translation>{} ganz nach hinten bringen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>{verb} {strokes}</source>
        <translation>{strokes} {verb}</translation>
    </message>
    <message>
        <source>set the width of</source>
        <translation>Breite setzen:</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>färben</translation>
    </message>
    <message>
        <source>set the opacity of</source>
        <translation>Deckkraft setzen:</translation>
    </message>
    <message>
        <source>restyle</source>
        <translation>umgestalten</translation>
    </message>
    <message>
        <source>duplicate {counted}</source>
        <translation>{counted} duplizieren</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>paste {counted}</source>
        <translation>{counted} einfügen</translation>
    </message>
    <message>
        <source>add {counted}</source>
        <translation>{counted} hinzufügen</translation>
    </message>
    <message>
        <source>keep the first {counted}</source>
        <translation>die ersten {counted} behalten</translation>
    </message>
    <message>
        <source>{name} paper</source>
        <translation>Papier: {name}</translation>
    </message>
    <message>
        <source>chalk</source>
        <translation>Kreide</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>{counted} became {ink}, to show on this paper.</source>
        <translation>{counted} wurde(n) {ink}, um auf diesem Papier sichtbar zu sein.</translation>
    </message>
    <message>
        <source>Undo takes both back.</source>
        <translation>Rückgängig nimmt beides zurück.</translation>
    </message>
    <message>
        <source>add a guide</source>
        <translation>Hilfslinie hinzufügen</translation>
    </message>
    <message>
        <source>move a guide</source>
        <translation>Hilfslinie verschieben</translation>
    </message>
    <message>
        <source>remove a guide</source>
        <translation>Hilfslinie entfernen</translation>
    </message>
    <message>
        <source>remove all guides</source>
        <translation>alle Hilfslinien entfernen</translation>
    </message>
    <message>
        <source>add layer {name}</source>
        <translation>Ebene {name} hinzufügen</translation>
    </message>
    <message>
        <source>remove layer {name}</source>
        <translation>Ebene {name} entfernen</translation>
    </message>
    <message>
        <source>rename layer {name}</source>
        <translation>Ebene {name} umbenennen</translation>
    </message>
    <message>
        <source>show</source>
        <translation>einblenden</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>{verb} layer {name}</source>
        <translation>Ebene {name} {verb}</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>sperren</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>entsperren</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>nach oben bringen</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>nach unten bringen</translation>
    </message>
    <message>
        <source>move {counted} to layer {name}</source>
        <translation>{counted} auf Ebene {name} bringen</translation>
    </message>
    <message>
        <source>set the line width</source>
        <translation>Linienbreite setzen</translation>
    </message>
    <message>
        <source>add to the subject</source>
        <translation>zum Motiv hinzufügen</translation>
    </message>
    <message>
        <source>take from the subject</source>
        <translation>vom Motiv wegnehmen</translation>
    </message>
    <message>
        <source>clear the mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>invert the mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>take the automatic mask</source>
        <translation>automatische Maske nehmen</translation>
    </message>
    <message>
        <source>The mask is as it was.</source>
        <translation>Die Maske ist, wie sie war.</translation>
    </message>
    <message>
        <source>load a mask</source>
        <translation>Maske laden</translation>
    </message>
    <message>
        <source>The mask is in {name}.</source>
        <translation>Die Maske ist in {name}.</translation>
    </message>
    <message>
        <source>choose another drawing</source>
        <translation>andere Zeichnung wählen</translation>
    </message>
    <message>
        <source>Weighing the strokes</source>
        <translation>Die Striche werden gewogen</translation>
    </message>
    <message>
        <source>No strokes continue each other</source>
        <translation>Keine Striche setzen einander fort</translation>
    </message>
    <message>
        <source>Every stroke is worth more</source>
        <translation>Jeder Strich ist mehr wert</translation>
    </message>
    <message>
        <source>{counted} would become {len}</source>
        <translation>aus {counted} würden {len}</translation>
    </message>
    <message>
        <source>{going} of {counted} would go</source>
        <translation>{going} von {counted} würden gehen</translation>
    </message>
    <message>
        <source>Open it first: File › Open photo beneath the drawing.</source>
        <translation>Öffnen Sie es erst: Datei › Foto unter der Zeichnung öffnen.</translation>
    </message>
    <message>
        <source>To weigh the strokes, the photo is needed.</source>
        <translation>Um die Striche zu wiegen, braucht es das Foto.</translation>
    </message>
    <message>
        <source>prune {counted}</source>
        <translation>{counted} ausdünnen</translation>
    </message>
    <message>
        <source>merge into {counted}</source>
        <translation>zu {counted} verbinden</translation>
    </message>
    <message>
        <source>There is not enough memory for this: take a lower resolution or a smaller size.</source>
        <translation>Dafür reicht der Speicher nicht: Nehmen Sie eine niedrigere Auflösung oder eine kleinere Größe.</translation>
    </message>
    <message>
        <source>These are all strokes, not only the {level} shown.</source>
        <translation>Das sind alle Striche, nicht nur die gezeigten {level}.</translation>
    </message>
    <message>
        <source>Exported {named}: {size}.</source>
        <translation>{named} exportiert: {size}.</translation>
    </message>
    <message>
        <source>{len} files</source>
        <translation>{len} Dateien</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>{name} does not have the drawing&apos;s proportions, so it is another photo.</source>
        <translation>{name} hat nicht die Proportionen der Zeichnung, ist also ein anderes Foto.</translation>
    </message>
    <message>
        <source>Choose the photo that was drawn, uncropped.</source>
        <translation>Wählen Sie das Foto, das gezeichnet wurde, unbeschnitten.</translation>
    </message>
    <message>
        <source>revert to {name}</source>
        <translation>zu {name} zurückkehren</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Only the lines of {name} were taken in; it also holds {left_out}.</source>
        <translation>Nur die Linien von {name} wurden übernommen; die Datei enthält auch {left_out}.</translation>
    </message>
    <message>
        <source>Saving asks for another name, so that nothing of it is lost.</source>
        <translation>Beim Speichern wird nach einem anderen Namen gefragt, damit nichts davon verloren geht.</translation>
    </message>
    <message>
        <source>{name} is open in another Taureau, too.</source>
        <translation>{name} ist auch in einem anderen Taureau offen.</translation>
    </message>
    <message>
        <source>Whoever saves second is asked what to do with the first.</source>
        <translation>Wer als Zweites speichert, wird gefragt, was mit dem Ersten geschehen soll.</translation>
    </message>
    <message>
        <source>The photo that is kept with this drawing is damaged and was left out.</source>
        <translation>Das mit dieser Zeichnung gespeicherte Foto ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>“Open photo beneath the drawing” opens it from its own file.</source>
        <translation>„Foto unter der Zeichnung öffnen“ öffnet es aus seiner eigenen Datei.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>It is in {parent}.</source>
        <translation>Die Datei liegt in {parent}.</translation>
    </message>
    <message>
        <source>Saved all {counted}, not only the {level} shown.</source>
        <translation>Alle {counted} gespeichert, nicht nur die gezeigten {level}.</translation>
    </message>
    <message>
        <source>“Keep these {level}” makes them the drawing.</source>
        <translation>„Diese {level} behalten“ macht sie zur Zeichnung.</translation>
    </message>
    <message>
        <source>{what} failed: {value}.</source>
        <translation>{what}: misslungen, {value}.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{what} failed: not enough memory.</source>
        <translation>{what}: misslungen, zu wenig Speicher.</translation>
    </message>
    <message>
        <source>From last time</source>
        <translation>Vom letzten Mal</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>{broken} pictures</source>
        <translation>{broken} Bilder</translation>
    </message>
    <message>
        <source>{text} from last time could not be read.</source>
        <translation>{text} vom letzten Mal konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The pictures will be gone when Taureau closes: no copy of them can be written.</source>
        <translation>Die Bilder sind weg, wenn Taureau schließt: Es kann keine Kopie von ihnen geschrieben werden.</translation>
    </message>
    <message>
        <source>Keep those you want. {problem}</source>
        <translation>Heben Sie auf, was Sie behalten wollen. {problem}</translation>
    </message>
    <message>
        <source>The drawing on the sheet</source>
        <translation>Die Zeichnung auf dem Blatt</translation>
    </message>
    <message>
        <source>The photo on the sheet</source>
        <translation>Das Foto auf dem Blatt</translation>
    </message>
    <message>
        <source>Something is being drawn on the sheet.</source>
        <translation>Auf dem Blatt wird gerade gezeichnet.</translation>
    </message>
    <message>
        <source>Keep or discard that first.</source>
        <translation>Behalten oder verwerfen Sie das zuerst.</translation>
    </message>
    <message>
        <source>use picture {number}</source>
        <translation>Bild {number} nehmen</translation>
    </message>
    <message>
        <source>waits for “{title}”</source>
        <translation>wartet auf „{title}“</translation>
    </message>
    <message>
        <source>waits for the drawing, which is paused</source>
        <translation>wartet auf die Zeichnung, die angehalten ist</translation>
    </message>
    <message>
        <source>waits for the drawing</source>
        <translation>wartet auf die Zeichnung</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Variations of {number}</source>
        <translation>Varianten von {number}</translation>
    </message>
    <message>
        <source>From {number} to {number_}</source>
        <translation>Von {number} bis {number_}</translation>
    </message>
    <message>
        <source>{number}, toward “{strip}”</source>
        <translation>{number}, hin zu „{strip}“</translation>
    </message>
    <message>
        <source>Kept in {path}.</source>
        <translation>Aufgehoben in {path}.</translation>
    </message>
    <message>
        <source>{name} cannot do this; {name_} does.</source>
        <translation>{name} kann das nicht; {name_} tut es.</translation>
    </message>
    <message>
        <source>This cannot be imagined: {text}.</source>
        <translation>Das kann nicht vorgestellt werden: {text}.</translation>
    </message>
    <message>
        <source>{model} on {value}, {memory}</source>
        <translation>{model} auf {value}, {memory}</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>der Grafikkarte</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <source>Stopped; {images} of {expected} pictures are ready.</source>
        <translation>Angehalten; {images} von {expected} Bildern sind fertig.</translation>
    </message>
    <message>
        <source>Use other words.</source>
        <translation>Nehmen Sie andere Worte.</translation>
    </message>
    <message>
        <source>“{title}” was stopped before it began.</source>
        <translation>„{title}“ wurde angehalten, bevor es begann.</translation>
    </message>
    <message>
        <source>Waiting for the pictures</source>
        <translation>Wartet auf die Bilder</translation>
    </message>
    <message>
        <source>This begins when the pictures of “{title}” are ready.</source>
        <translation>Das beginnt, wenn die Bilder von „{title}“ fertig sind.</translation>
    </message>
    <message>
        <source>Stop the pictures</source>
        <translation>Die Bilder anhalten</translation>
    </message>
    <message>
        <source>The files are intact.</source>
        <translation>Die Dateien sind unversehrt.</translation>
    </message>
    <message>
        <source>Files of Taureau’s own were damaged.</source>
        <translation>Taureaus eigene Dateien waren beschädigt.</translation>
    </message>
    <message>
        <source>It was set aside as {name}</source>
        <translation>Sie wurde als {name} beiseitegelegt</translation>
    </message>
    <message>
        <source>It cannot be moved away</source>
        <translation>Sie kann nicht beiseitegelegt werden</translation>
    </message>
    <message>
        <source>The list of recent files was damaged.</source>
        <translation>Die Liste der zuletzt geöffneten Dateien war beschädigt.</translation>
    </message>
    <message>
        <source>{where}; a new one begins.</source>
        <translation>{where}; eine neue beginnt.</translation>
    </message>
    <message>
        <source>Untitled.svg</source>
        <translation>Unbenannt.svg</translation>
    </message>
    <message>
        <source>restore the drawing</source>
        <translation>Zeichnung wiederherstellen</translation>
    </message>
    <message>
        <source>restore what the run had drawn</source>
        <translation>wiederherstellen, was der Lauf gezeichnet hatte</translation>
    </message>
    <message>
        <source>was set aside as {aside}</source>
        <translation>wurde als {aside} beiseitegelegt</translation>
    </message>
    <message>
        <source>stays in {folder}</source>
        <translation>bleibt in {folder}</translation>
    </message>
    <message>
        <source>A recovery copy of a drawing was damaged.</source>
        <translation>Eine Sicherungskopie einer Zeichnung war beschädigt.</translation>
    </message>
    <message>
        <source>What is left of it {where}.</source>
        <translation>Was davon übrig ist, {where}.</translation>
    </message>
    <message>
        <source>No recovery copy of the drawing can be written.</source>
        <translation>Es kann keine Sicherungskopie der Zeichnung geschrieben werden.</translation>
    </message>
    <message>
        <source>Save it yourself now and then. {problem}</source>
        <translation>Speichern Sie sie ab und zu selbst. {problem}</translation>
    </message>
    <message>
        <source>Open a photo first, or type what to draw</source>
        <translation>Öffnen Sie erst ein Foto, oder tippen Sie, was gezeichnet werden soll</translation>
    </message>
    <message>
        <source>To continue, its photo is needed</source>
        <translation>Um sie fortzusetzen, braucht es ihr Foto</translation>
    </message>
    <message>
        <source>Click or paint what is to be drawn first</source>
        <translation>Klicken oder malen Sie erst, was gezeichnet werden soll</translation>
    </message>
    <message>
        <source>The subject is being found</source>
        <translation>Das Motiv wird gesucht</translation>
    </message>
    <message>
        <source>Think again</source>
        <translation>Neu überlegen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Draw the words in {counted}</source>
        <translation>Die Wörter in {counted} zeichnen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <source>Draw {counted}</source>
        <translation>{counted} zeichnen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw on from what you left, without the strokes that you took out</source>
        <translation>Von dem aus weiterzeichnen, was geblieben ist, ohne die entfernten Striche</translation>
    </message>
    <message>
        <source>Go on where the drawing stopped</source>
        <translation>Dort weiterzeichnen, wo es anhielt</translation>
    </message>
    <message>
        <source>; undo brings this drawing back</source>
        <translation>; Rückgängig bringt diese Zeichnung zurück</translation>
    </message>
    <message>
        <source>Draw {counted} toward the words{again}</source>
        <translation>{counted} zu den Wörtern hin zeichnen{again}</translation>
    </message>
    <message>
        <source>Draw more strokes into the drawing; frozen ones stay as they are</source>
        <translation>Mehr Striche in die Zeichnung zeichnen; festgehaltene bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Draw the photo</source>
        <translation>Das Foto zeichnen</translation>
    </message>
    <message>
        <source>{preset} does not read words</source>
        <translation>{preset} liest keine Wörter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>discard {drawn}</source>
        <translation>{drawn} verwerfen</translation>
    </message>
    <message>
        <source>Discarded {drawn}.</source>
        <translation>{drawn} verworfen.</translation>
    </message>
    <message>
        <source>Undo brings them back.</source>
        <translation>Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>This cannot be drawn: {error}.</source>
        <translation>Das kann nicht gezeichnet werden: {error}.</translation>
    </message>
    <message>
        <source>{error} The drawing so far was kept.</source>
        <translation>{error} Die bisherige Zeichnung wurde behalten.</translation>
    </message>
    <message>
        <source>Stopped before there was anything to keep.</source>
        <translation>Angehalten, bevor es etwas zu behalten gab.</translation>
    </message>
    <message>
        <source>Draw anyway</source>
        <translation>Trotzdem zeichnen</translation>
    </message>
    <message>
        <source>draw {counted}</source>
        <translation>{counted} zeichnen</translation>
    </message>
    <message>
        <source>draw on</source>
        <translation>weiterzeichnen</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Speicher reichte nicht.</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller photo.</source>
        <translation>Schließen Sie andere Programme, oder nehmen Sie ein kleineres Foto.</translation>
    </message>
    <message>
        <source>{name} was replaced while it waited: the new photo is drawn.</source>
        <translation>{name} wurde ersetzt, während es wartete: Das neue Foto wird gezeichnet.</translation>
    </message>
    <message>
        <source>Drawing failed: {reason}</source>
        <translation>Das Zeichnen ist misslungen: {reason}</translation>
    </message>
    <message>
        <source>Try again, or with another photo.</source>
        <translation>Versuchen Sie es noch einmal, oder mit einem anderen Foto.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>The photo and the strokes drawn over it</source>
        <translation>Das Foto und die darüber gezeichneten Striche</translation>
    </message>
    <message>
        <source>Divider between photo and drawing</source>
        <translation>Trennlinie zwischen Foto und Zeichnung</translation>
    </message>
    <message>
        <source>Left of the line the photo, right of it the drawing. Drag it, or move it with the arrow keys.</source>
        <translation>Links der Linie das Foto, rechts die Zeichnung. Ziehen, oder mit den Pfeiltasten bewegen.</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Drag to move the sheet.</source>
        <translation>Ziehen verschiebt das Blatt.</translation>
    </message>
    <message>
        <source>The wheel zooms at the cursor.</source>
        <translation>Das Mausrad zoomt am Mauszeiger.</translation>
    </message>
    <message>
        <source>Ruler across</source>
        <translation>Waagerechtes Lineal</translation>
    </message>
    <message>
        <source>Ruler down</source>
        <translation>Senkrechtes Lineal</translation>
    </message>
    <message>
        <source>Drag a guide out of the ruler; drag it back to remove it.</source>
        <translation>Eine Hilfslinie aus dem Lineal ziehen; zurückziehen entfernt sie.</translation>
    </message>
    <message>
        <source>The unit of the rulers and of every length</source>
        <translation>Die Einheit der Lineale und jeder Länge</translation>
    </message>
    <message>
        <source>How strongly the photo shows through the sheet, 0 to 100 %</source>
        <translation>Wie stark das Foto durch das Blatt scheint, 0 bis 100 %</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo opacity</source>
        <translation>Deckkraft des Fotos</translation>
    </message>
    <message>
        <source>Show at 100 % (1)</source>
        <translation>In 100 % zeigen (1)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit the sheet into the window (0)</source>
        <translation>Das Blatt in das Fenster einpassen (0)</translation>
    </message>
    <message>
        <source>Zoom {value:.0f} percent; show at 100 percent</source>
        <translation>Zoom {value:.0f} Prozent; in 100 Prozent zeigen</translation>
    </message>
    <message>
        <source>{what}; now {percent} %</source>
        <translation>{what}; jetzt {percent} %</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begin with an empty sheet; undo brings this drawing back</source>
        <translation>Mit einem leeren Blatt beginnen; Rückgängig bringt diese Zeichnung zurück</translation>
    </message>
    <message>
        <source>Draw the photo alone</source>
        <translation>Nur das Foto zeichnen</translation>
    </message>
    <message>
        <source>Leave the words where they are, and draw the photo without them</source>
        <translation>Die Wörter stehen lassen und das Foto ohne sie zeichnen</translation>
    </message>
    <message>
        <source>Open its photo…</source>
        <translation>Sein Foto öffnen…</translation>
    </message>
    <message>
        <source>Open the photo that this drawing was made from</source>
        <translation>Das Foto öffnen, nach dem diese Zeichnung entstand</translation>
    </message>
    <message>
        <source>{explanation} (Ctrl+Enter)</source>
        <translation>{explanation} (Strg+Enter)</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Click a thing: all of it is drawn, or not</source>
        <translation>Ein Ding anklicken: Es wird ganz gezeichnet oder gar nicht</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paint over what is to be drawn, or not</source>
        <translation>Übermalen, was gezeichnet werden soll oder nicht</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzu</translation>
    </message>
    <message>
        <source>Mark what is to be drawn; with Alt held, take away</source>
        <translation>Markieren, was gezeichnet werden soll; mit Alt wegnehmen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Mark what is not to be drawn; with Alt held, add</source>
        <translation>Markieren, was nicht gezeichnet werden soll; mit Alt hinzufügen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How wide the brush is, in percent of the photo&apos;s longer side ([ and ] on the sheet).</source>
        <translation>Wie breit der Pinsel ist, in Prozent der längeren Seite des Fotos ([ und ] auf dem Blatt).</translation>
    </message>
    <message>
        <source>Start again from the automatic mask</source>
        <translation>Wieder von der automatischen Maske ausgehen</translation>
    </message>
    <message>
        <source>Clear the mask: nothing is drawn until it is painted</source>
        <translation>Die Maske leeren: Nichts wird gezeichnet, bis etwas gemalt ist</translation>
    </message>
    <message>
        <source>Invert the mask: draw what was left out</source>
        <translation>Die Maske umkehren: zeichnen, was weggelassen war</translation>
    </message>
    <message>
        <source>Load a mask from a picture: white is drawn</source>
        <translation>Eine Maske aus einem Bild laden: Weiß wird gezeichnet</translation>
    </message>
    <message>
        <source>Save the mask as a picture</source>
        <translation>Die Maske als Bild speichern</translation>
    </message>
    <message>
        <source>Finding the subject…</source>
        <translation>Das Motiv wird gesucht …</translation>
    </message>
    <message>
        <source>You can paint and click meanwhile: it counts</source>
        <translation>Malen und Klicken geht inzwischen und zählt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Tell a photo from line art by what it shows</source>
        <translation>Foto oder Strichzeichnung am Bild erkennen</translation>
    </message>
    <message>
        <source>Draw the contours of what the picture shows</source>
        <translation>Die Konturen dessen zeichnen, was das Bild zeigt</translation>
    </message>
    <message>
        <source>Line art</source>
        <translation>Strichbild</translation>
    </message>
    <message>
        <source>Follow the lines of a drawing, a scan or lettering along their middle</source>
        <translation>Den Linien einer Zeichnung, eines Scans oder einer Schrift in ihrer Mitte folgen</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>One stroke after another, until the next would hardly show</source>
        <translation>Strich um Strich, bis der nächste kaum noch auffiele</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Exactly this number of strokes</source>
        <translation>Genau diese Anzahl Striche</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>How soon the drawing is enough: fewer strokes towards a hint, more towards everything.</source>
        <translation>Wie bald die Zeichnung genügt: weniger Striche zur Andeutung hin, mehr zu allem hin.</translation>
    </message>
    <message>
        <source>a hint</source>
        <translation>Andeutung</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>How many lines the drawing may have, {value} to {value_}: fewer are bolder, more show detail.</source>
        <translation>Wie viele Linien die Zeichnung haben darf, {value} bis {value_}: wenige sind kühner, viele zeigen mehr.</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Linienbreite</translation>
    </message>
    <message>
        <source>How thick the lines are on the sheet as it is printed.</source>
        <translation>Wie dick die Linien auf dem gedruckten Blatt sind.</translation>
    </message>
    <message>
        <source>The pen that draws: lines are heavier where the photo has more contrast</source>
        <translation>Der Stift, der zeichnet: Linien sind kräftiger, wo das Foto mehr Kontrast hat</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Begin with the photo&apos;s own contours: clear from the first moment</source>
        <translation>Mit den Konturen des Fotos beginnen: vom ersten Moment an klar</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Begin with short random lines, as CLIPasso was published: to compare with</source>
        <translation>Mit kurzen zufälligen Linien beginnen, wie CLIPasso veröffentlicht wurde: zum Vergleich</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Draw on the graphics card where there is a usable one, else on the processor</source>
        <translation>Auf der Grafikkarte zeichnen, wo es eine brauchbare gibt, sonst auf dem Prozessor</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Draw on the processor: slower, and it needs no memory of the graphics card</source>
        <translation>Auf dem Prozessor zeichnen: langsamer und ohne Speicher der Grafikkarte</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show the values that are rarely needed</source>
        <translation>Die selten gebrauchten Werte zeigen</translation>
    </message>
    <message>
        <source>DRAW</source>
        <translation>ZEICHNEN</translation>
    </message>
    <message>
        <source>The drawing ends with so many strokes, {value} to {value_}, if not before.
Double-click the name to go back to {DEFAULT_LIMIT}.</source>
        <translation>Die Zeichnung endet spätestens mit so vielen Strichen, {value} bis {value_}.
Ein Doppelklick auf den Namen führt zu {DEFAULT_LIMIT} zurück.</translation>
    </message>
    <message>
        <source>At most, strokes</source>
        <translation>Striche, höchstens</translation>
    </message>
    <message>
        <source>The same number draws the same picture again; another number, up to {MAX_SEED:,}, draws another one.
Double-click the name to go back to {seed}.</source>
        <translation>Dieselbe Zahl zeichnet dasselbe Bild noch einmal; eine andere, bis {MAX_SEED:,}, ein anderes.
Ein Doppelklick auf den Namen führt zu {seed} zurück.</translation>
    </message>
    <message>
        <source>Take another seed</source>
        <translation>Einen anderen Startwert nehmen</translation>
    </message>
    <message>
        <source>How many drawings are tried, 1 to {MAX_TRIES}, each from a seed of its own; the best is kept.
Double-click the name to go back to the number of the quality.</source>
        <translation>Wie viele Zeichnungen versucht werden, 1 bis {MAX_TRIES}, jede mit eigenem Startwert; die beste bleibt.
Ein Doppelklick auf den Namen führt zur Zahl der Qualität zurück.</translation>
    </message>
    <message>
        <source>Seeds tried</source>
        <translation>Versuchte Startwerte</translation>
    </message>
    <message>
        <source>Draft and Standard draw with the encoder that comes with Taureau.</source>
        <translation>Skizze und Standard zeichnen mit dem Encoder, der zu Taureau gehört.</translation>
    </message>
    <message>
        <source>CLIPasso draws with CLIP RN101, and begins where CLIP ViT-B/32 looks if that is here.</source>
        <translation>CLIPasso zeichnet mit CLIP RN101 und beginnt dort, wo CLIP ViT-B/32 hinsieht, wenn es da ist.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>What judges the lines: the network to which the drawing has to look right</source>
        <translation>Was die Linien beurteilt: das Netz, für das die Zeichnung stimmen muss</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Alle Modelle…</translation>
    </message>
    <message>
        <source>What there is to draw with, how large it is, its licence</source>
        <translation>Womit gezeichnet werden kann, wie groß es ist, seine Lizenz</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>The one that serves best of those that are on this machine.</source>
        <translation>Das am besten geeignete von denen auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Fine draws with CLIP, an encoder that is not here yet.</source>
        <translation>Fein zeichnet mit CLIP, einem Encoder, der noch nicht da ist.</translation>
    </message>
    <message>
        <source>CLIPasso draws with CLIP RN101.</source>
        <translation>CLIPasso zeichnet mit CLIP RN101.</translation>
    </message>
    <message>
        <source>Words are drawn with an encoder that reads them, and none is here yet.</source>
        <translation>Wörter werden mit einem Encoder gezeichnet, der sie liest; noch ist keiner da.</translation>
    </message>
    <message>
        <source>Words beside a photo are drawn with a larger encoder, and none is here yet.</source>
        <translation>Wörter neben einem Foto werden mit einem größeren Encoder gezeichnet; noch ist keiner da.</translation>
    </message>
    <message>
        <source>Other models…</source>
        <translation>Andere Modelle…</translation>
    </message>
    <message>
        <source>What else there is to draw with</source>
        <translation>Womit sonst gezeichnet werden kann</translation>
    </message>
    <message>
        <source>{name} does not read words</source>
        <translation>{name} liest keine Wörter</translation>
    </message>
    <message>
        <source>The catalogue has no encoder for this</source>
        <translation>Der Katalog hat keinen Encoder dafür</translation>
    </message>
    <message>
        <source>{name} is not here yet</source>
        <translation>{name} ist noch nicht da</translation>
    </message>
    <message>
        <source>Get a larger one…</source>
        <translation>Einen größeren holen…</translation>
    </message>
    <message>
        <source>Show the encoder that would draw the words then</source>
        <translation>Den Encoder zeigen, der die Wörter dann zeichnen würde</translation>
    </message>
    <message>
        <source> A larger encoder understands words better.</source>
        <translation> Ein größerer Encoder versteht Wörter besser.</translation>
    </message>
    <message>
        <source>{name} draws.{better}</source>
        <translation>{name} zeichnet.{better}</translation>
    </message>
    <message>
        <source>Pre&amp;sets</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>Your own presets: the settings of this panel under a name</source>
        <translation>Eigene Vorgaben: die Einstellungen dieses Bedienfelds unter einem Namen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Set the panel as it was when “{name}” was saved</source>
        <translation>Das Bedienfeld so einstellen, wie es war, als „{name}“ gespeichert wurde</translation>
    </message>
    <message>
        <source>&amp;Save these settings…</source>
        <translation>Diese Einstellungen &amp;speichern…</translation>
    </message>
    <message>
        <source>Keep quality, detail, width and the rest of the panel under a name</source>
        <translation>Qualität, Detail, Breite und das Übrige des Bedienfelds unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Save these settings</source>
        <translation>Diese Einstellungen speichern</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>Die Vorgabe „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Eine Vorgabe „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open {name}
{parent}</source>
        <translation>{name} öffnen
{parent}</translation>
    </message>
    <message>
        <source>Recent drawing: {stem}</source>
        <translation>Letzte Zeichnung: {stem}</translation>
    </message>
    <message>
        <source>Open the sample “{name}” and draw it</source>
        <translation>Das Beispiel „{name}“ öffnen und zeichnen</translation>
    </message>
    <message>
        <source>Sample: {name}</source>
        <translation>Beispiel: {name}</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>What finds the subject: larger networks see hair, spokes and the like</source>
        <translation>Was das Motiv findet: Größere Netze sehen Haare, Speichen und dergleichen</translation>
    </message>
    <message>
        <source>See how it works: a sample opens and is drawn, with the settings that Taureau comes with</source>
        <translation>Sehen, wie es geht: Ein Beispiel wird geöffnet und mit den Einstellungen gezeichnet, mit denen Taureau kommt</translation>
    </message>
    <message>
        <source>Drop a photo, paste one, or type what to draw</source>
        <translation>Ein Foto hineinziehen, einfügen, oder eintippen, was gezeichnet werden soll</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Open a photo or a drawing (Ctrl+O)</source>
        <translation>Ein Foto oder eine Zeichnung öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Paste one</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the picture from the clipboard (Ctrl+V)</source>
        <translation>Das Bild aus der Zwischenablage nehmen (Strg+V)</translation>
    </message>
    <message>
        <source>Imagine one</source>
        <translation>Eines vorstellen</translation>
    </message>
    <message>
        <source>Make pictures of words, to draw them (Ctrl+I)</source>
        <translation>Bilder aus Worten machen, um sie zu zeichnen (Strg+I)</translation>
    </message>
    <message>
        <source>Draw a sample</source>
        <translation>Ein Beispiel zeichnen</translation>
    </message>
    <message>
        <source>or take one of these</source>
        <translation>oder eines von diesen nehmen</translation>
    </message>
    <message>
        <source>… or type what to draw: {EXAMPLE}</source>
        <translation>… oder tippen: {EXAMPLE}</translation>
    </message>
    <message>
        <source>What to draw, in words</source>
        <translation>Was gezeichnet werden soll, in Worten</translation>
    </message>
    <message>
        <source>What to draw, in words; Enter draws it</source>
        <translation>Was gezeichnet werden soll, in Worten; Enter zeichnet es</translation>
    </message>
    <message>
        <source>Draw the words (Ctrl+Enter)</source>
        <translation>Die Wörter zeichnen (Strg+Enter)</translation>
    </message>
    <message>
        <source>{missing}: the panel on the left says how to get it.</source>
        <translation>{missing}: Links steht, wie man es bekommt.</translation>
    </message>
    <message>
        <source>a sad camel</source>
        <translation>ein trauriges Kamel</translation>
    </message>
    <message>
        <source>What the drawing of the photo should look like as well, in words</source>
        <translation>Wie die Zeichnung des Fotos außerdem aussehen soll, in Worten</translation>
    </message>
    <message>
        <source>Words to draw</source>
        <translation>Wörter, die gezeichnet werden</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words’ pull</source>
        <translation>Zug der Wörter</translation>
    </message>
    <message>
        <source>How strongly the words pull: 0 % draws the photo alone, 100 % lets the words count as much.</source>
        <translation>Wie stark die Wörter ziehen: 0 % zeichnet nur das Foto, bei 100 % zählen die Wörter ebenso viel.</translation>
    </message>
    <message>
        <source>Draw with Fine</source>
        <translation>Mit Fein zeichnen</translation>
    </message>
    <message>
        <source>Choose the quality that reads words</source>
        <translation>Die Qualität wählen, die Wörter liest</translation>
    </message>
    <message>
        <source>what to draw</source>
        <translation>was gezeichnet werden soll</translation>
    </message>
    <message>
        <source>{deaf} draws the photo alone; Fine reads words too.</source>
        <translation>{deaf} zeichnet nur das Foto; Fein liest auch Wörter.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Nothing can be exported yet</source>
        <translation>Noch kann nichts exportiert werden</translation>
    </message>
    <message>
        <source>As it is, nothing can be written.</source>
        <translation>So kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>The page of {width} by {height} {plural} with the drawing on it</source>
        <translation>Die Seite von {width} mal {height} {plural} mit der Zeichnung darauf</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Wie gezeichnet</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Längere Seite</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Ink, as drawn</source>
        <translation>Tinte, wie gezeichnet</translation>
    </message>
    <message>
        <source>even</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>taper in</source>
        <translation>anschwellend</translation>
    </message>
    <message>
        <source>taper out</source>
        <translation>auslaufend</translation>
    </message>
    <message>
        <source>taper both</source>
        <translation>beidseitig spitz</translation>
    </message>
    <message>
        <source>swell</source>
        <translation>bauchig</translation>
    </message>
    <message>
        <source>Fineliner</source>
        <translation>Fineliner</translation>
    </message>
    <message>
        <source>Brush pen</source>
        <translation>Pinselstift</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Kohle</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Filzstift</translation>
    </message>
    <message>
        <source>Fits the drawing</source>
        <translation>Passt zur Zeichnung</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>US Legal</source>
        <translation>US Legal</translation>
    </message>
    <message>
        <source>US Tabloid</source>
        <translation>US Tabloid</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lines, for other drawing programs, the web and plotters</source>
        <translation>Linien, für andere Zeichenprogramme, das Web und Plotter</translation>
    </message>
    <message>
        <source>Lines on a page, for print</source>
        <translation>Linien auf einer Seite, zum Drucken</translation>
    </message>
    <message>
        <source>Pixels, without loss</source>
        <translation>Pixel, verlustfrei</translation>
    </message>
    <message>
        <source>Pixels, without loss, in a smaller file</source>
        <translation>Pixel, verlustfrei, in einer kleineren Datei</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Sizes in mm, layers as layers</source>
        <translation>Größen in mm, Ebenen als Ebenen</translation>
    </message>
    <message>
        <source>Sizes in points, which is how Illustrator reads them</source>
        <translation>Größen in Punkt, so wie Illustrator sie liest</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Sizes in px, 96 to an inch</source>
        <translation>Größen in px, 96 je Zoll</translation>
    </message>
    <message>
        <source>Plotter</source>
        <translation>Plotter</translation>
    </message>
    <message>
        <source>Sizes in mm, a numbered layer for each pen</source>
        <translation>Größen in mm, eine nummerierte Ebene für jeden Stift</translation>
    </message>
    <message>
        <source>Which side of the drawing has the given size, without margins</source>
        <translation>Welche Seite der Zeichnung die angegebene Größe hat, ohne Ränder</translation>
    </message>
    <message>
        <source>Up to 100 m; any unit can be typed: mm, in, px, pt</source>
        <translation>Bis 100 m; jede Einheit kann getippt werden: mm, in, px, pt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>The whole sheet of the drawing, empty edges included</source>
        <translation>Das ganze Blatt der Zeichnung, mit leeren Rändern</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Only what is drawn, from edge to edge of the outermost strokes</source>
        <translation>Nur das Gezeichnete, vom Rand bis zum Rand der äußersten Striche</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The page that is drawn on; the drawing is centred on it</source>
        <translation>Die Seite, auf die gezeichnet wird; die Zeichnung steht in ihrer Mitte</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>As it suits the drawing</source>
        <translation>Wie es zur Zeichnung passt</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Higher than wide</source>
        <translation>Höher als breit</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Quer</translation>
    </message>
    <message>
        <source>Wider than high</source>
        <translation>Breiter als hoch</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>What stays free at each edge of the page, up to 1 m</source>
        <translation>Was an jedem Rand der Seite frei bleibt, bis 1 m</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As another tool would have drawn it: the lines stay where they are</source>
        <translation>Wie mit einem anderen Werkzeug gezeichnet: Die Linien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>Stiftbreite</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>wie gezeichnet</translation>
    </message>
    <message>
        <source>How wide all strokes are on paper, up to 10 cm; 0 leaves them as they are drawn</source>
        <translation>Wie breit alle Striche auf dem Papier sind, bis 10 cm; 0 lässt sie, wie sie gezeichnet sind</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Pixels per inch, 1 to 4800; it is stated in the file</source>
        <translation>Pixel je Zoll, 1 bis 4800; in der Datei steht die Angabe</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Dezimalstellen</translation>
    </message>
    <message>
        <source>How finely numbers are written, 0 to 6 digits; 3 is finer than any plotter</source>
        <translation>Wie fein Zahlen geschrieben werden, 0 bis 6 Stellen; 3 ist feiner als jeder Plotter</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Durchsichtig</translation>
    </message>
    <message>
        <source>Leave the paper out</source>
        <translation>Das Papier weglassen</translation>
    </message>
    <message>
        <source>With paper</source>
        <translation>Mit Papier</translation>
    </message>
    <message>
        <source>An area in the paper’s colour below the lines; checked where ink would vanish</source>
        <translation>Eine Fläche in der Farbe des Papiers unter den Linien; gewählt, wo Tinte verschwände</translation>
    </message>
    <message>
        <source>Selected strokes only</source>
        <translation>Nur ausgewählte Striche</translation>
    </message>
    <message>
        <source>A file for each layer</source>
        <translation>Eine Datei je Ebene</translation>
    </message>
    <message>
        <source>All with the same page, so that they align</source>
        <translation>Alle mit derselben Seite, damit sie zusammenpassen</translation>
    </message>
    <message>
        <source>A layer for each pen</source>
        <translation>Eine Ebene je Stift</translation>
    </message>
    <message>
        <source>Strokes of one colour and width together, in place of the layers</source>
        <translation>Striche einer Farbe und Breite zusammen, statt der Ebenen</translation>
    </message>
    <message>
        <source>Short ways between strokes</source>
        <translation>Kurze Wege zwischen Strichen</translation>
    </message>
    <message>
        <source>Order and turn the strokes of each layer so that the lifted pen travels less</source>
        <translation>Die Striche jeder Ebene so ordnen und drehen, dass der gehobene Stift weniger Weg macht</translation>
    </message>
    <message>
        <source>Hatch areas</source>
        <translation>Flächen schraffieren</translation>
    </message>
    <message>
        <source>Areas as lines of the pen, each colour at an angle of its own; else they are left out</source>
        <translation>Flächen als Linien des Stifts, jede Farbe in einem eigenen Winkel; sonst bleiben sie weg</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>by the pen</source>
        <translation>nach dem Stift</translation>
    </message>
    <message>
        <source>Between the lines of the hatching; 0 goes by the pen’s width</source>
        <translation>Zwischen den Linien der Schraffur; 0 richtet sich nach der Breite des Stifts</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>No registration marks</source>
        <translation>Keine Passmarken</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>An angle at each corner around the drawing, which each pen draws first</source>
        <translation>Ein Winkel an jeder Ecke um die Zeichnung, den jeder Stift zuerst zeichnet</translation>
    </message>
    <message>
        <source>Crosses</source>
        <translation>Kreuze</translation>
    </message>
    <message>
        <source>A cross at each corner around the drawing, which each pen draws first</source>
        <translation>Ein Kreuz an jeder Ecke um die Zeichnung, das jeder Stift zuerst zeichnet</translation>
    </message>
    <message>
        <source>Selected strokes only ({count})</source>
        <translation>Nur ausgewählte Striche ({count})</translation>
    </message>
    <message>
        <source>Leave out what is not selected, and measure what is</source>
        <translation>Weglassen, was nicht ausgewählt ist, und das Ausgewählte messen</translation>
    </message>
    <message>
        <source>Select strokes on the sheet first</source>
        <translation>Erst Striche auf dem Blatt auswählen</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>STROKES</source>
        <translation>STRICHE</translation>
    </message>
    <message>
        <source>Fill the page</source>
        <translation>Seite füllen</translation>
    </message>
    <message>
        <source>Print {name}</source>
        <translation>{name} drucken</translation>
    </message>
    <message>
        <source>Fit to the page</source>
        <translation>In die Seite einpassen</translation>
    </message>
    <message>
        <source>As large as the page allows; else at true size, {size}</source>
        <translation>So groß, wie die Seite es erlaubt; sonst in wahrer Größe, {size}</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>New each time</source>
        <translation>Jedes Mal neu</translation>
    </message>
    <message>
        <source>Take another seed for each request; without it, the same request makes the same pictures</source>
        <translation>Für jede Anfrage einen anderen Startwert nehmen; sonst macht dieselbe Anfrage dieselben Bilder</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Strokes at most</source>
        <translation>Striche, höchstens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The best here</source>
        <translation>Das beste hier</translation>
    </message>
    <message>
        <source>The first picture&apos;s, 0 to {MAX_SEED:,}; the next ones have the next numbers. The same seed makes the
same picture again of the same words. Double-click the name for another one.</source>
        <translation>Der des ersten Bildes, 0 bis {MAX_SEED:,}; die nächsten haben die nächsten Zahlen. Derselbe Startwert macht aus
denselben Worten dasselbe Bild. Ein Doppelklick auf den Namen nimmt einen anderen.</translation>
    </message>
    <message>
        <source>How often a picture is gone over in each stage, {MIN_STEPS} to {MAX_STEPS}: more take longer.</source>
        <translation>Wie oft ein Bild in jeder Stufe überarbeitet wird, {MIN_STEPS} bis {MAX_STEPS}: mehr dauern länger.</translation>
    </message>
    <message>
        <source>How closely a picture keeps to what is asked, 1 to {MAX_GUIDANCE:g}: more is plainer and less varied.</source>
        <translation>Wie eng sich ein Bild an das Gewünschte hält, 1 bis {MAX_GUIDANCE:g}: mehr ist schlichter und weniger vielfältig.</translation>
    </message>
    <message>
        <source>{about}
Double-click the name to go back to the model’s usual number.</source>
        <translation>{about}
Ein Doppelklick auf den Namen führt zur üblichen Zahl des Modells zurück.</translation>
    </message>
    <message>
        <source>Which model imagines; where it cannot do what is asked, the best one that is here does.
Double-click the name to leave the choice to Taureau.</source>
        <translation>Welches Modell sich etwas vorstellt; wo es das Gewünschte nicht kann, tut es das beste, das da ist.
Ein Doppelklick auf den Namen überlässt Taureau die Wahl.</translation>
    </message>
    <message>
        <source>Automatic: on the graphics card where there is a usable one. Processor: slower, and it needs no memory
of the graphics card. Double-click the name to go back to automatic.</source>
        <translation>Auto: auf der Grafikkarte, wo es eine brauchbare gibt. Prozessor: langsamer und ohne Speicher
der Grafikkarte. Ein Doppelklick auf den Namen führt zu Auto zurück.</translation>
    </message>
    <message>
        <source>The most strokes that a drawing has, 1 to {value}; the usual number is what the thing takes.
Double-click the name to go back to the usual number.</source>
        <translation>Wie viele Striche eine Zeichnung höchstens hat, 1 bis {value}; üblich ist, was das Ding braucht.
Ein Doppelklick auf den Namen führt zur üblichen Zahl zurück.</translation>
    </message>
    <message>
        <source>Generating images needs</source>
        <translation>Bilder zu erzeugen braucht</translation>
    </message>
    <message>
        <source>Making variations needs</source>
        <translation>Varianten zu machen braucht</translation>
    </message>
    <message>
        <source>Blending two images needs</source>
        <translation>Zwei Bilder zu überblenden braucht</translation>
    </message>
    <message>
        <source>Changing an image by words needs</source>
        <translation>Ein Bild durch Worte zu ändern braucht</translation>
    </message>
    <message>
        <source>The catalogue has no model that imagines.</source>
        <translation>Der Katalog hat kein Modell, das sich etwas vorstellt.</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Wie getippt</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>On plain white</source>
        <translation>Auf schlichtem Weiß</translation>
    </message>
    <message>
        <source>A line drawing</source>
        <translation>Eine Strichzeichnung</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Imagine it (Enter)</source>
        <translation>Vorstellen (Enter)</translation>
    </message>
    <message>
        <source>Type what is to be shown, or open a photo or a drawing, to vary, blend and change it.</source>
        <translation>Tippen Sie, was zu sehen sein soll, oder öffnen Sie ein Foto oder eine Zeichnung, um sie zu variieren, zu überblenden und zu ändern.</translation>
    </message>
    <message>
        <source>Type what is to be shown, or use this photo, to vary, blend and change it.</source>
        <translation>Tippen Sie, was zu sehen sein soll, oder nehmen Sie dieses Foto, um es zu variieren, zu überblenden und zu ändern.</translation>
    </message>
    <message>
        <source>Type what is to be shown, or use this drawing, to vary, blend and change it.</source>
        <translation>Tippen Sie, was zu sehen sein soll, oder nehmen Sie diese Zeichnung, um sie zu variieren, zu überblenden und zu ändern.</translation>
    </message>
    <message>
        <source>Imagine</source>
        <translation>Vorstellen</translation>
    </message>
    <message>
        <source>a red fox</source>
        <translation>ein roter Fuchs</translation>
    </message>
    <message>
        <source>What is to be shown</source>
        <translation>Was zu sehen sein soll</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Strokes: drawings that can be edited, in seconds, by Taureau itself.
Pixels: pictures by an unCLIP model such as Karlo, a large download.</source>
        <translation>Striche: Zeichnungen, die bearbeitet werden können, in Sekunden, von Taureau selbst.
Pixel: Bilder eines unCLIP-Modells wie Karlo, ein großer Download.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Words put around yours; plain backgrounds make pictures that draw well</source>
        <translation>Worte um die eigenen herum; schlichte Hintergründe ergeben Bilder, die sich gut zeichnen lassen</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>Wie viele Bilder</translation>
    </message>
    <message>
        <source>how many pictures are made</source>
        <translation>wie viele Bilder gemacht werden</translation>
    </message>
    <message>
        <source> of them</source>
        <translation> davon</translation>
    </message>
    <message>
        <source>Show values that are rarely needed</source>
        <translation>Selten gebrauchte Werte zeigen</translation>
    </message>
    <message>
        <source>Vary, blend or change what is on the canvas</source>
        <translation>Variieren, überblenden oder ändern, was auf dem Blatt ist</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Vary, blend or change a photo or a drawing from a file</source>
        <translation>Ein Foto oder eine Zeichnung aus einer Datei variieren, überblenden oder ändern</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back what was discarded last (Ctrl+Z)</source>
        <translation>Das zuletzt Verworfene zurückholen (Strg+Z)</translation>
    </message>
    <message>
        <source>How far the pictures are</source>
        <translation>Wie weit die Bilder sind</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop within a step (Esc); pictures that are ready stay</source>
        <translation>Innerhalb eines Schritts anhalten (Esc); fertige Bilder bleiben</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Stop this request and those that wait</source>
        <translation>Diese Anfrage und die wartenden anhalten</translation>
    </message>
    <message>
        <source>The catalogue has no model that imagines</source>
        <translation>Der Katalog hat kein Modell, das sich etwas vorstellt</translation>
    </message>
    <message>
        <source>Type what is to be shown</source>
        <translation>Tippen Sie, was zu sehen sein soll</translation>
    </message>
    <message>
        <source>As sent: {sent}</source>
        <translation>Wie gesendet: {sent}</translation>
    </message>
    <message>
        <source>Use this drawing</source>
        <translation>Diese Zeichnung nehmen</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Dieses Foto nehmen</translation>
    </message>
    <message>
        <source>Picture {min} of {expected}</source>
        <translation>Bild {min} von {expected}</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>{stage}, step {step} of {total}</source>
        <translation>{stage}, Schritt {step} von {total}</translation>
    </message>
    <message>
        <source>{clock_text} left</source>
        <translation>noch {clock_text}</translation>
    </message>
    <message numerus="yes">
        <source>%n more request(s)</source>
        <translation>
            <numerusform>%n weitere Anfrage</numerusform>
            <numerusform>%n weitere Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the pictures that are being imagined</source>
        <translation>Die Bilder zeigen, die gerade entstehen</translation>
    </message>
    <message>
        <source>Imagining: {words}</source>
        <translation>Vorstellen: {words}</translation>
    </message>
    <message>
        <source>Stop “{title}”; pictures that are ready stay</source>
        <translation>„{title}“ anhalten; fertige Bilder bleiben</translation>
    </message>
    <message>
        <source>Discard all of these pictures; this can be undone</source>
        <translation>Alle diese Bilder verwerfen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>its pictures were discarded</source>
        <translation>seine Bilder wurden verworfen</translation>
    </message>
    <message>
        <source>From picture {number}</source>
        <translation>Aus Bild {number}</translation>
    </message>
    <message>
        <source>Go to picture {number}</source>
        <translation>Zu Bild {number} gehen</translation>
    </message>
    <message>
        <source>Picture {number} was discarded: bring it back</source>
        <translation>Bild {number} wurde verworfen: zurückholen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>Place in the strip</source>
        <translation>Platz im Streifen</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>A picture that is awaited</source>
        <translation>Ein Bild, das erwartet wird</translation>
    </message>
    <message>
        <source>{number} · seed {seed}</source>
        <translation>{number} · Startwert {seed}</translation>
    </message>
    <message>
        <source>How much of {phrase} is seen</source>
        <translation>Wie viel von {phrase} zu sehen ist</translation>
    </message>
    <message>
        <source>
It shows this least.</source>
        <translation>
Das zeigt es am wenigsten.</translation>
    </message>
    <message>
        <source>
Nothing of it is seen.</source>
        <translation>
Nichts davon ist zu sehen.</translation>
    </message>
    <message>
        <source>{phrase}{said}
How near {encoder} sees the picture to these words: {cosine:.2f}; an empty sheet: {blank:.2f}.
The bars compare what the picture has more than the sheet.</source>
        <translation>{phrase}{said}
Wie nahe {encoder} das Bild diesen Worten sieht: {cosine:.2f}; ein leeres Blatt: {blank:.2f}.
Die Balken vergleichen, was das Bild mehr hat als das Blatt.</translation>
    </message>
    <message>
        <source>Sketch it</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw this picture, as if it were a photo</source>
        <translation>Dieses Bild zeichnen, als wäre es ein Foto</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Make this the drawing on the sheet; undo brings back what is there</source>
        <translation>Zur Zeichnung auf dem Blatt machen; Rückgängig bringt zurück, was dort ist</translation>
    </message>
    <message>
        <source>Vary it</source>
        <translation>Variieren</translation>
    </message>
    <message>
        <source>Imagine more of the same</source>
        <translation>Mehr davon vorstellen</translation>
    </message>
    <message>
        <source>How many variations</source>
        <translation>Wie viele Varianten</translation>
    </message>
    <message>
        <source>how many variations are made</source>
        <translation>wie viele Varianten gemacht werden</translation>
    </message>
    <message>
        <source>Blend…</source>
        <translation>Überblenden…</translation>
    </message>
    <message>
        <source>Generate a strip of pictures from this one to another</source>
        <translation>Einen Streifen von Bildern von diesem zu einem anderen erzeugen</translation>
    </message>
    <message>
        <source>Pictures of the blend</source>
        <translation>Bilder der Überblendung</translation>
    </message>
    <message>
        <source>pictures of the strip, both ends among them</source>
        <translation>Bilder des Streifens, beide Enden mitgezählt</translation>
    </message>
    <message>
        <source>Steer…</source>
        <translation>Steuern…</translation>
    </message>
    <message>
        <source>Change it from one sentence toward another</source>
        <translation>Von einem Satz zu einem anderen hin ändern</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Aufheben…</translation>
    </message>
    <message>
        <source>Write it into a file, with how it was made</source>
        <translation>In eine Datei schreiben, mit der Art, wie es entstand</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Take the picture away (Delete); this can be undone</source>
        <translation>Das Bild wegnehmen (Entf); lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>Cancel the blend (Esc)</source>
        <translation>Das Überblenden abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Picture 888</source>
        <translation>Bild 888</translation>
    </message>
    <message>
        <source>a photo of </source>
        <translation>ein Foto von </translation>
    </message>
    <message>
        <source>{of}a cat</source>
        <translation>{of}einer Katze</translation>
    </message>
    <message>
        <source>{of}a lion</source>
        <translation>{of}einem Löwen</translation>
    </message>
    <message>
        <source>Click the picture to blend {number} with</source>
        <translation>Das Bild anklicken, mit dem {number} überblendet wird</translation>
    </message>
    <message>
        <source>{upper}{value}, {low} to {MAX_IMAGES}.
Ctrl+Backspace goes back to {default}.</source>
        <translation>{upper}{value}, {low} bis {MAX_IMAGES}.
Strg+Rücktaste führt zu {default} zurück.</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Imagine the changed picture</source>
        <translation>Das geänderte Bild vorstellen</translation>
    </message>
    <message>
        <source>a photo of a cat</source>
        <translation>ein Foto einer Katze</translation>
    </message>
    <message>
        <source>a photo of a lion</source>
        <translation>ein Foto eines Löwen</translation>
    </message>
    <message>
        <source>{said} which words</source>
        <translation>{said} welchen Worten</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was es zeigt</translation>
    </message>
    <message>
        <source>What it is to show</source>
        <translation>Was es zeigen soll</translation>
    </message>
    <message>
        <source>How far it goes from the picture: 0 % leaves it as it is, 100 % keeps nothing but the words;
{value:.0f} % does well. Double-click the name to go back to it.</source>
        <translation>Wie weit es vom Bild weggeht: 0 % lässt es, wie es ist, 100 % behält nur die Worte;
{value:.0f} % ist gut. Ein Doppelklick auf den Namen führt dahin zurück.</translation>
    </message>
    <message>
        <source>Say what it shows and what it is to show</source>
        <translation>Sagen Sie, was es zeigt und was es zeigen soll</translation>
    </message>
    <message>
        <source>Both are the same</source>
        <translation>Beides ist gleich</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Download it, going on where an earlier fetch stopped</source>
        <translation>Herunterladen; ein früheres Laden wird fortgesetzt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import it from a file or folder</source>
        <translation>Aus einer Datei oder einem Ordner importieren</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read its files and compare their hashes</source>
        <translation>Seine Dateien lesen und ihre Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Delete its files from this machine</source>
        <translation>Seine Dateien von diesem Rechner löschen</translation>
    </message>
    <message>
        <source>Delete its files now</source>
        <translation>Seine Dateien jetzt löschen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave it on this machine</source>
        <translation>Auf diesem Rechner lassen</translation>
    </message>
    <message>
        <source>Stop; what was fetched is kept for the next time</source>
        <translation>Anhalten; das Geladene bleibt für das nächste Mal</translation>
    </message>
    <message>
        <source>Progress with {name}</source>
        <translation>Fortschritt bei {name}</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>From a f&amp;older…</source>
        <translation>Aus einem &amp;Ordner…</translation>
    </message>
    <message>
        <source>Remove {name} from this machine?</source>
        <translation>{name} von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Weiterladen</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>about {megabytes}</source>
        <translation>etwa {megabytes}</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>On this machine, {megabytes}</source>
        <translation>Auf diesem Rechner, {megabytes}</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>{megabytes} fetched{value}</source>
        <translation>{megabytes} geladen{value}</translation>
    </message>
    <message>
        <source>Not on this machine, {size}</source>
        <translation>Nicht auf diesem Rechner, {size}</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>Nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source> of {megabytes}</source>
        <translation> von {megabytes}</translation>
    </message>
    <message>
        <source>, file {number} of {count}</source>
        <translation>, Datei {number} von {count}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Taureau draws without any of these. Each is fetched once, when you ask for it, or imported from a file, a folder or a memory stick; nothing else goes over the network.</source>
        <translation>Taureau zeichnet ohne jedes von diesen. Jedes wird einmal geladen, wenn Sie es wünschen, oder aus einer Datei, einem Ordner oder von einem Speicherstift importiert; sonst geht nichts über das Netz.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the models</source>
        <translation>Den Ordner der Modelle öffnen</translation>
    </message>
    <message>
        <source>Close this page; transfers go on (Esc)</source>
        <translation>Diese Seite schließen; Übertragungen gehen weiter (Esc)</translation>
    </message>
    <message>
        <source>Stored in {folder}</source>
        <translation>Gespeichert in {folder}</translation>
    </message>
    <message>
        <source>Open {page}</source>
        <translation>{page} öffnen</translation>
    </message>
    <message>
        <source>{licence}, licence of {name}</source>
        <translation>{licence}, Lizenz von {name}</translation>
    </message>
    <message>
        <source>cat, dog, cup</source>
        <translation>Katze, Hund, Tasse</translation>
    </message>
    <message>
        <source>Labels to choose among</source>
        <translation>Namen zur Auswahl</translation>
    </message>
    <message>
        <source>What it might be: words with commas between them. They are remembered. Empty: the best of 1,000 names</source>
        <translation>Was es sein könnte: Wörter mit Kommas dazwischen. Sie werden gemerkt. Leer: die besten von 1000 Namen</translation>
    </message>
    <message>
        <source>Get an encoder…</source>
        <translation>Einen Encoder holen…</translation>
    </message>
    <message>
        <source>Show the models that read words, to fetch or import one</source>
        <translation>Die Modelle zeigen, die Wörter lesen, um eines zu laden oder zu importieren</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Naming what is seen needs an encoder that reads words.</source>
        <translation>Um Gesehenes zu benennen, braucht es einen Encoder, der Wörter liest.</translation>
    </message>
    <message>
        <source>Type at least two things it might be, with commas between them.</source>
        <translation>Tippen Sie mindestens zwei Dinge, die es sein könnten, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Schaut …</translation>
    </message>
    <message>
        <source>The best of 1,000 names that Taureau’s own networks tell apart.</source>
        <translation>Die besten von 1000 Namen, die Taureaus eigene Netze unterscheiden.</translation>
    </message>
    <message>
        <source>{name} was asked: {asked}, and so for each.</source>
        <translation>{name} wurde gefragt: {asked}, und so für jedes.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It was in {parent}.</source>
        <translation>Die Datei war in {parent}.</translation>
    </message>
    <message>
        <source>The clipboard holds neither strokes nor a picture.</source>
        <translation>Die Zwischenablage enthält weder Striche noch ein Bild.</translation>
    </message>
    <message>
        <source>Copy some first.</source>
        <translation>Kopieren Sie erst etwas.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Die Zeichnung speichern</translation>
    </message>
    <message>
        <source>The drawing was discarded.</source>
        <translation>Die Zeichnung wurde verworfen.</translation>
    </message>
    <message>
        <source>Show the pictures</source>
        <translation>Die Bilder zeigen</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{pictures} of “{title}” {value} ready.</source>
        <translation>{pictures} von „{title}“ {value} fertig.</translation>
    </message>
    <message>
        <source>{pictures} from last time {value} on the Imagine page.</source>
        <translation>{pictures} vom letzten Mal {value} auf der Seite Vorstellen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Your drawing is as it was. Save it, then start Taureau again.</source>
        <translation>Die Zeichnung ist, wie sie war. Speichern Sie sie und starten Sie Taureau neu.</translation>
    </message>
    <message>
        <source>Something went wrong ({reason}).</source>
        <translation>Etwas ist schiefgegangen ({reason}).</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Anfänge</translation>
    </message>
    <message>
        <source>The kind of file</source>
        <translation>Die Art der Datei</translation>
    </message>
    <message>
        <source>Animated SVG</source>
        <translation>Animiertes SVG</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>Animiertes WebP</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4-Video</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM-Video</translation>
    </message>
    <message>
        <source>Of the film, 16 to 4096 px</source>
        <translation>Des Films, 16 bis 4096 px</translation>
    </message>
    <message>
        <source>Drawing takes</source>
        <translation>Zeichnen dauert</translation>
    </message>
    <message>
        <source>as long as by hand</source>
        <translation>wie von Hand</translation>
    </message>
    <message>
        <source>From the first stroke to the last, up to 120 s; 0: what the strokes ask for</source>
        <translation>Vom ersten Strich bis zum letzten, bis 120 s; 0: so lange, wie die Striche verlangen</translation>
    </message>
    <message>
        <source>Then stays</source>
        <translation>Bleibt danach</translation>
    </message>
    <message>
        <source>How long the finished drawing stays at the end, up to 60 s</source>
        <translation>Wie lange die fertige Zeichnung am Ende stehen bleibt, bis 60 s</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>The colour of the paper; SVG and Lottie can be without</source>
        <translation>Die Farbe des Papiers; SVG und Lottie gehen auch ohne</translation>
    </message>
    <message>
        <source>The drawing alone</source>
        <translation>Die Zeichnung allein</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>The photo at the left of the drawing</source>
        <translation>Das Foto links von der Zeichnung</translation>
    </message>
    <message>
        <source>Beneath</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>The photo under the drawing; it fades while the lines are drawn</source>
        <translation>Das Foto unter der Zeichnung; es verblasst, während die Linien gezeichnet werden</translation>
    </message>
    <message>
        <source>There is no photo beneath this drawing</source>
        <translation>Unter dieser Zeichnung liegt kein Foto</translation>
    </message>
    <message>
        <source>As in the drawing</source>
        <translation>Wie in der Zeichnung</translation>
    </message>
    <message>
        <source>Without paper</source>
        <translation>Ohne Papier</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>BILD</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>FENSTER</translation>
    </message>
    <message>
        <source>New strokes appear along their length; off for no motion</source>
        <translation>Neue Striche erscheinen ihrer Länge nach; aus für keine Bewegung</translation>
    </message>
    <message>
        <source>Animate new strokes</source>
        <translation>Neue Striche animieren</translation>
    </message>
    <message>
        <source>Panel of strokes and layers</source>
        <translation>Bedienfeld für Striche und Ebenen</translation>
    </message>
    <message>
        <source>Width, colour and order of strokes, and the layers</source>
        <translation>Breite, Farbe und Ordnung der Striche, und die Ebenen</translation>
    </message>
    <message>
        <source>Panel of what it sees</source>
        <translation>Bedienfeld für das Gesehene</translation>
    </message>
    <message>
        <source>Names what is seen in photo and drawing</source>
        <translation>Benennt, was in Foto und Zeichnung gesehen wird</translation>
    </message>
    <message>
        <source>Fingers draw</source>
        <translation>Finger zeichnen</translation>
    </message>
    <message>
        <source>One finger draws; else it moves the sheet, and pen or mouse draw</source>
        <translation>Ein Finger zeichnet; sonst verschiebt er das Blatt, und Stift oder Maus zeichnen</translation>
    </message>
    <message>
        <source>SHEET</source>
        <translation>BLATT</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Lineale</translation>
    </message>
    <message>
        <source>At the edges of the sheet; guides are dragged out of them</source>
        <translation>An den Rändern des Blatts; aus ihnen werden Hilfslinien gezogen</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Hilfslinien</translation>
    </message>
    <message>
        <source>The lines that help to draw, kept in the file</source>
        <translation>Die Linien, die beim Zeichnen helfen; sie stehen in der Datei</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>A faint grid on the sheet</source>
        <translation>Ein blasses Raster auf dem Blatt</translation>
    </message>
    <message>
        <source>SNAPPING</source>
        <translation>EINRASTEN</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>What is dragged or drawn jumps to what is near; Alt suspends it</source>
        <translation>Was gezogen oder gezeichnet wird, springt zu dem, was nahe ist; Alt setzt es aus</translation>
    </message>
    <message>
        <source>to nodes and ends of strokes</source>
        <translation>an Knoten und Enden von Strichen</translation>
    </message>
    <message>
        <source>The points that strokes run through</source>
        <translation>Die Punkte, durch die Striche laufen</translation>
    </message>
    <message>
        <source>to guides</source>
        <translation>an Hilfslinien</translation>
    </message>
    <message>
        <source>While they are shown</source>
        <translation>Solange sie gezeigt werden</translation>
    </message>
    <message>
        <source>to edges and centre of the sheet</source>
        <translation>an Rändern und Mitte des Blatts</translation>
    </message>
    <message>
        <source>The page, and the lines through its middle</source>
        <translation>Die Seite, und die Linien durch ihre Mitte</translation>
    </message>
    <message>
        <source>to the grid</source>
        <translation>am Raster</translation>
    </message>
    <message>
        <source>While it is shown</source>
        <translation>Solange es gezeigt wird</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>Keep the photo in saved drawings</source>
        <translation>Das Foto in gespeicherten Zeichnungen behalten</translation>
    </message>
    <message>
        <source>So that a drawing opened later can be continued</source>
        <translation>Damit eine später geöffnete Zeichnung fortgesetzt werden kann</translation>
    </message>
    <message>
        <source>Print as large as the page allows</source>
        <translation>So groß drucken, wie die Seite es erlaubt</translation>
    </message>
    <message>
        <source>Off: print at the size of the drawing</source>
        <translation>Aus: in der Größe der Zeichnung drucken</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Set everything here to its default</source>
        <translation>Alles hier auf den Standardwert setzen</translation>
    </message>
    <message>
        <source>Millimetres, or inches in the United States</source>
        <translation>Millimeter, in den Vereinigten Staaten Zoll</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>Nach Region</translation>
    </message>
    <message>
        <source>Show every length in {plural}</source>
        <translation>Jede Länge in {plural} zeigen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Hell oder dunkel, wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>New paper</source>
        <translation>Neues Papier</translation>
    </message>
    <message>
        <source>The paper of drawings that are begun; each keeps its own</source>
        <translation>Das Papier neuer Zeichnungen; jede behält ihr eigenes</translation>
    </message>
    <message>
        <source>Grid spacing</source>
        <translation>Rasterabstand</translation>
    </message>
    <message>
        <source>Snapping distance</source>
        <translation>Abstand zum Einrasten</translation>
    </message>
    <message>
        <source>Everything here applies at once (Esc)</source>
        <translation>Alles hier gilt sofort (Esc)</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Not now: they are offered again at the next start</source>
        <translation>Jetzt nicht: Beim nächsten Start werden sie wieder angeboten</translation>
    </message>
    <message>
        <source>a drawing that was not saved. It was</source>
        <translation>eine Zeichnung, die nicht gespeichert war. Sie wurde</translation>
    </message>
    <message>
        <source>drawings that were not saved. They were</source>
        <translation>Zeichnungen, die nicht gespeichert waren. Sie wurden</translation>
    </message>
    <message>
        <source>Taureau ended unexpectedly with {what} kept.</source>
        <translation>Taureau endete unerwartet mit {what} behalten.</translation>
    </message>
    <message>
        <source>{name}, not in a file yet</source>
        <translation>{name}, noch in keiner Datei</translation>
    </message>
    <message>
        <source>{about}, while it was drawn</source>
        <translation>{about}, während sie gezeichnet wurde</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open it as it was, unsaved</source>
        <translation>Öffnen, wie sie war, ungespeichert</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name} wiederherstellen</translation>
    </message>
    <message>
        <source>Discard it; it can be restored until the window closes</source>
        <translation>Verwerfen; bis das Fenster schließt, kann es zurückgeholt werden</translation>
    </message>
    <message>
        <source>Discard {name}</source>
        <translation>{name} verwerfen</translation>
    </message>
    <message>
        <source>Picture of the drawing</source>
        <translation>Bild der Zeichnung</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>heute um {time}</translation>
    </message>
    <message>
        <source>{toString} at {time}</source>
        <translation>{toString} um {time}</translation>
    </message>
    <message>
        <source>{level} of {counted}</source>
        <translation>{level} von {counted}</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>&amp;Einheiten</translation>
    </message>
    <message>
        <source>Size of the sheet</source>
        <translation>Größe des Blatts</translation>
    </message>
    <message>
        <source>The drawing is printed at {text}, unless the export sets another size.</source>
        <translation>Die Zeichnung wird {text} groß gedruckt, wenn der Export keine andere Größe setzt.</translation>
    </message>
    <message>
        <source>{printed}
Click to choose another unit.</source>
        <translation>{printed}
Klicken, um eine andere Einheit zu wählen.</translation>
    </message>
    <message>
        <source>Size of the sheet: {text}</source>
        <translation>Größe des Blatts: {text}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show device, encoder, loss, seed and memory</source>
        <translation>Gerät, Encoder, Verlust, Startwert und Speicher zeigen</translation>
    </message>
    <message>
        <source>Finding the subject</source>
        <translation>Das Motiv wird gesucht</translation>
    </message>
    <message>
        <source>Device, threads, encoder, loss, seed, memory</source>
        <translation>Gerät, Threads, Encoder, Verlust, Startwert, Speicher</translation>
    </message>
    <message>
        <source>{value:.0f} MB</source>
        <translation>{value:.0f} MB</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>{threads} threads</source>
        <translation>{threads} Threads</translation>
    </message>
    <message>
        <source>loss {final_loss:.3g}</source>
        <translation>Verlust {final_loss:.3g}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <source>How the latest drawing was computed, and the memory that Taureau uses</source>
        <translation>Wie die letzte Zeichnung berechnet wurde, und der Speicher, den Taureau benutzt</translation>
    </message>
    <message>
        <source>The memory that Taureau uses; device and encoder follow with the first run</source>
        <translation>Der Speicher, den Taureau benutzt; Gerät und Encoder folgen mit dem ersten Lauf</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>{name}[*] — Taureau</source>
        <translation>{name}[*] — Taureau</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>Ganz nach &amp;vorn</translation>
    </message>
    <message>
        <source>Draw the selected strokes last</source>
        <translation>Die ausgewählten Striche zuletzt zeichnen</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>&amp;Linke Ränder</translation>
    </message>
    <message>
        <source>Bring the left edges onto one line</source>
        <translation>Die linken Ränder auf eine Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>&amp;Mitten</translation>
    </message>
    <message>
        <source>Bring the centres onto one upright line</source>
        <translation>Die Mitten auf eine senkrechte Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>&amp;Rechte Ränder</translation>
    </message>
    <message>
        <source>Bring the right edges onto one line</source>
        <translation>Die rechten Ränder auf eine Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>&amp;Obere Ränder</translation>
    </message>
    <message>
        <source>Bring the top edges onto one line</source>
        <translation>Die oberen Ränder auf eine Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>M&amp;itten</translation>
    </message>
    <message>
        <source>Bring the middles onto one level line</source>
        <translation>Die Mitten auf eine waagerechte Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Untere Ränder</translation>
    </message>
    <message>
        <source>Bring the bottom edges onto one line</source>
        <translation>Die unteren Ränder auf eine Linie bringen</translation>
    </message>
    <message>
        <source>&amp;Gaps across</source>
        <translation>&amp;Abstände waagerecht</translation>
    </message>
    <message>
        <source>Make the gaps from left to right equal</source>
        <translation>Die Abstände von links nach rechts angleichen</translation>
    </message>
    <message>
        <source>G&amp;aps down</source>
        <translation>Abstände &amp;senkrecht</translation>
    </message>
    <message>
        <source>Make the gaps from top to bottom equal</source>
        <translation>Die Abstände von oben nach unten angleichen</translation>
    </message>
    <message>
        <source>&amp;Centres across</source>
        <translation>&amp;Mitten waagerecht</translation>
    </message>
    <message>
        <source>Make the steps from centre to centre equal, from left to right</source>
        <translation>Die Schritte von Mitte zu Mitte angleichen, von links nach rechts</translation>
    </message>
    <message>
        <source>C&amp;entres down</source>
        <translation>Mitten s&amp;enkrecht</translation>
    </message>
    <message>
        <source>Make the steps from centre to centre equal, from top to bottom</source>
        <translation>Die Schritte von Mitte zu Mitte angleichen, von oben nach unten</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>An&amp;ordnen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>Make the selected strokes one, to be selected and moved as a whole (Ctrl+G)</source>
        <translation>Die ausgewählten Striche zusammenfassen, um sie als Ganzes auszuwählen und zu bewegen (Strg+G)</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>Gruppierung auf&amp;heben</translation>
    </message>
    <message>
        <source>Take the selected groups apart (Ctrl+Shift+G)</source>
        <translation>Die ausgewählten Gruppen auflösen (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>{tooltip} of their layer ({keys})</source>
        <translation>{tooltip}, in ihrer Ebene ({keys})</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>Aus&amp;richten</translation>
    </message>
    <message>
        <source>Bring edges or middles onto one line</source>
        <translation>Ränder oder Mitten auf eine Linie bringen</translation>
    </message>
    <message>
        <source>D&amp;istribute</source>
        <translation>&amp;Verteilen</translation>
    </message>
    <message>
        <source>Make gaps, or steps from centre to centre, equal</source>
        <translation>Abstände oder Schritte von Mitte zu Mitte angleichen</translation>
    </message>
    <message>
        <source>&amp;Mirror left to right</source>
        <translation>&amp;Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Mirror &amp;top to bottom</source>
        <translation>&amp;Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Exchange left and right of what is selected (Shift+H)</source>
        <translation>Links und rechts des Ausgewählten vertauschen (Umschalt+H)</translation>
    </message>
    <message>
        <source>Exchange top and bottom of what is selected (Shift+V)</source>
        <translation>Oben und unten des Ausgewählten vertauschen (Umschalt+V)</translation>
    </message>
    <message>
        <source>&amp;Join ends</source>
        <translation>Enden verbin&amp;den</translation>
    </message>
    <message>
        <source>&amp;Close lines</source>
        <translation>Linien s&amp;chließen</translation>
    </message>
    <message>
        <source>Re&amp;verse lines</source>
        <translation>Linien um&amp;kehren</translation>
    </message>
    <message>
        <source>Make the selected strokes one, at their nearest ends (Shift+J)</source>
        <translation>Die ausgewählten Striche an ihren nächsten Enden zu einem machen (Umschalt+J)</translation>
    </message>
    <message>
        <source>Bring both ends of each selected stroke together</source>
        <translation>Beide Enden jedes ausgewählten Strichs zusammenführen</translation>
    </message>
    <message>
        <source>Draw the selected strokes from their other ends (Shift+R)</source>
        <translation>Die ausgewählten Striche vom anderen Ende her zeichnen (Umschalt+R)</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>&amp;Knoten</translation>
    </message>
    <message>
        <source>What can be done with the selected nodes</source>
        <translation>Was mit den ausgewählten Knoten getan werden kann</translation>
    </message>
    <message>
        <source>{tooltip}; a group counts as one</source>
        <translation>{tooltip}; eine Gruppe zählt als eins</translation>
    </message>
    <message>
        <source>To the &amp;sheet</source>
        <translation>Am &amp;Blatt</translation>
    </message>
    <message>
        <source>Align and distribute on the whole sheet, as a single stroke always is</source>
        <translation>Am ganzen Blatt ausrichten und verteilen, wie ein einzelner Strich immer</translation>
    </message>
    <message>
        <source>{tooltip}; of three or more, the outermost stay</source>
        <translation>{tooltip}; von dreien oder mehr bleiben die äußersten</translation>
    </message>
    <message>
        <source>Draw the selected strokes one later</source>
        <translation>Die ausgewählten Striche eins später zeichnen</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Draw the selected strokes one earlier</source>
        <translation>Die ausgewählten Striche eins früher zeichnen</translation>
    </message>
    <message>
        <source>To the &amp;back</source>
        <translation>Ganz nach &amp;hinten</translation>
    </message>
    <message>
        <source>Draw the selected strokes first</source>
        <translation>Die ausgewählten Striche zuerst zeichnen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>A second of each selected stroke beside it (Ctrl+D)</source>
        <translation>Ein zweiter von jedem ausgewählten Strich daneben (Strg+D)</translation>
    </message>
    <message>
        <source>Colour {value}</source>
        <translation>Farbe {value}</translation>
    </message>
    <message>
        <source>Another colour, by eye or as #rrggbb</source>
        <translation>Eine andere Farbe, nach Augenmaß oder als #rrggbb</translation>
    </message>
    <message>
        <source>Colour of strokes</source>
        <translation>Farbe der Striche</translation>
    </message>
    <message>
        <source>The look: as by ink, pencil or marker. Save keeps the drawing&apos;s own ink; Export can use the look.</source>
        <translation>Das Aussehen: wie mit Tinte, Bleistift oder Filzstift. Speichern behält die eigene Tinte der Zeichnung; der Export kann das Aussehen nehmen.</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>&amp;Tinte</translation>
    </message>
    <message>
        <source>The drawing as it is</source>
        <translation>Die Zeichnung, wie sie ist</translation>
    </message>
    <message>
        <source>&amp;Pencil</source>
        <translation>&amp;Bleistift</translation>
    </message>
    <message>
        <source>Thinner and paler. Save keeps the drawing&apos;s own ink; Export can use this look.</source>
        <translation>Dünner und blasser. Speichern behält die eigene Tinte der Zeichnung; der Export kann dieses Aussehen nehmen.</translation>
    </message>
    <message>
        <source>&amp;Marker</source>
        <translation>&amp;Filzstift</translation>
    </message>
    <message>
        <source>Broad, and shining through. Save keeps the drawing&apos;s own ink; Export can use this look.</source>
        <translation>Breit und durchscheinend. Speichern behält die eigene Tinte der Zeichnung; der Export kann dieses Aussehen nehmen.</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>Hide this layer (Space)</source>
        <translation>Diese Ebene ausblenden (Leertaste)</translation>
    </message>
    <message>
        <source>Show this layer (Space)</source>
        <translation>Diese Ebene zeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Open this layer to changes (L)</source>
        <translation>Diese Ebene für Änderungen öffnen (L)</translation>
    </message>
    <message>
        <source>Hold everything on this layer as it is (L)</source>
        <translation>Alles auf dieser Ebene festhalten, wie es ist (L)</translation>
    </message>
    <message>
        <source>Double-click to rename it (F2), drag it to move it (Alt+Up, Alt+Down)</source>
        <translation>Doppelklick benennt um (F2), Ziehen verschiebt (Alt+Hoch, Alt+Runter)</translation>
    </message>
    <message>
        <source>, 1 group</source>
        <translation>, 1 Gruppe</translation>
    </message>
    <message>
        <source>, {groups} groups</source>
        <translation>, {groups} Gruppen</translation>
    </message>
    <message>
        <source>Layer {name}, {join}</source>
        <translation>Ebene {name}, {join}</translation>
    </message>
    <message>
        <source>&amp;Add a layer</source>
        <translation>Ebene &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add an empty layer above this one</source>
        <translation>Eine leere Ebene über dieser hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove the layer</source>
        <translation>Ebene &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove this layer with its strokes</source>
        <translation>Diese Ebene mit ihren Strichen entfernen</translation>
    </message>
    <message>
        <source>Move the layer &amp;up</source>
        <translation>Ebene nach &amp;oben</translation>
    </message>
    <message>
        <source>Draw this layer later (Alt+Up)</source>
        <translation>Diese Ebene später zeichnen (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Move the layer &amp;down</source>
        <translation>Ebene nach &amp;unten</translation>
    </message>
    <message>
        <source>Draw this layer earlier (Alt+Down)</source>
        <translation>Diese Ebene früher zeichnen (Alt+Runter)</translation>
    </message>
    <message>
        <source>&amp;Bring the selected strokes here</source>
        <translation>Die ausgewählten Striche hier&amp;her bringen</translation>
    </message>
    <message>
        <source>Move the selected strokes to this layer</source>
        <translation>Die ausgewählten Striche auf diese Ebene bringen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Um&amp;benennen</translation>
    </message>
    <message>
        <source>Draw &amp;another</source>
        <translation>&amp;Anders zeichnen</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Open to changes</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>&amp;Another {replace}</source>
        <translation>&amp;Anders: {replace}</translation>
    </message>
    <message>
        <source>Draw the {thing} differently, in its place</source>
        <translation>Anders zeichnen, an seinem Platz: {thing}</translation>
    </message>
    <message>
        <source>Choose a thing&apos;s layer</source>
        <translation>Wählen Sie die Ebene eines Dings</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Ebene {number}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Topmost first. Space hides, L locks, F2 renames, Alt with an arrow moves.</source>
        <translation>Die oberste zuerst. Leertaste blendet aus, L sperrt, F2 benennt um, Alt mit Pfeil verschiebt.</translation>
    </message>
    <message>
        <source>The colour of the paper, which is kept with the drawing</source>
        <translation>Die Farbe des Papiers, die mit der Zeichnung gespeichert wird</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe…</translation>
    </message>
    <message>
        <source>Colour of the paper</source>
        <translation>Farbe des Papiers</translation>
    </message>
    <message>
        <source>Pens</source>
        <translation>Stifte</translation>
    </message>
    <message>
        <source>How many colours the lines take from the photo; 0 is plain ink.
With a selection, only its strokes are coloured.</source>
        <translation>Wie viele Farben die Linien vom Foto nehmen; 0 ist einfache Tinte.
Mit einer Auswahl werden nur ihre Striche gefärbt.</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Flat areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>How many areas of one colour lie beneath the lines, on a layer of their own.</source>
        <translation>Wie viele einfarbige Flächen unter den Linien liegen, auf einer eigenen Ebene.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Parallel lines</source>
        <translation>Parallele Linien</translation>
    </message>
    <message>
        <source>Crossed lines</source>
        <translation>Gekreuzte Linien</translation>
    </message>
    <message>
        <source>Along the form</source>
        <translation>Der Form entlang</translation>
    </message>
    <message>
        <source>How the dark parts of the photo are toned under the lines</source>
        <translation>Wie die dunklen Teile des Fotos unter den Linien getönt werden</translation>
    </message>
    <message>
        <source>Levels of tone</source>
        <translation>Tonstufen</translation>
    </message>
    <message>
        <source>How many levels of darkness are told apart.</source>
        <translation>Wie viele Stufen der Dunkelheit unterschieden werden.</translation>
    </message>
    <message>
        <source>Open the photo of this drawing to take its colours.</source>
        <translation>Öffnen Sie das Foto dieser Zeichnung, um seine Farben zu nehmen.</translation>
    </message>
    <message>
        <source>Only my pens</source>
        <translation>Nur meine Stifte</translation>
    </message>
    <message>
        <source>Each line takes the nearest colour among the pens that you have</source>
        <translation>Jede Linie nimmt die nächste Farbe unter den Stiften, die Sie haben</translation>
    </message>
    <message>
        <source>Add a pen that you have</source>
        <translation>Einen Stift hinzufügen, den Sie haben</translation>
    </message>
    <message>
        <source>{color}; click to change it, right-click to remove it</source>
        <translation>{color}; Klicken ändert ihn, Rechtsklick entfernt ihn</translation>
    </message>
    <message>
        <source>Colour of a pen</source>
        <translation>Farbe eines Stifts</translation>
    </message>
    <message>
        <source>What is set here applies to the selected strokes, and to the next stroke of the pen</source>
        <translation>Was hier eingestellt wird, gilt für die ausgewählten Striche und für den nächsten Strich des Stifts</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>How much the stroke hides of what is below it.</source>
        <translation>Wie viel der Strich von dem verdeckt, was unter ihm liegt.</translation>
    </message>
    <message>
        <source>{counted} selected</source>
        <translation>{counted} ausgewählt</translation>
    </message>
    <message>
        <source>Next stroke</source>
        <translation>Nächster Strich</translation>
    </message>
    <message>
        <source>and next</source>
        <translation>und nächster</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>nichts ausgewählt</translation>
    </message>
    <message>
        <source>Colour and tone</source>
        <translation>Farbe und Ton</translation>
    </message>
    <message>
        <source>How thick the line is on paper. Any unit can be typed: mm, in, px, pt.</source>
        <translation>Wie dick die Linie auf dem Papier ist. Jede Einheit kann getippt werden: mm, in, px, pt.</translation>
    </message>
    <message>
        <source>various</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>The selected strokes differ in width</source>
        <translation>Die ausgewählten Striche sind verschieden breit</translation>
    </message>
    <message>
        <source>Width, slider</source>
        <translation>Breite, Regler</translation>
    </message>
    <message>
        <source>Loss: how far the drawing still is from the photo, as the encoder sees it. Lower is closer.</source>
        <translation>Verlust: wie weit die Zeichnung noch vom Foto entfernt ist, so wie der Encoder es sieht. Weniger ist näher.</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>Verlustkurve</translation>
    </message>
    <message>
        <source>From {value:.3g} to {value_:.3g}.</source>
        <translation>Von {value:.3g} bis {value_:.3g}.</translation>
    </message>
    <message>
        <source>Each bar is a stroke, as high as what it added. Drag to see the drawing with fewer strokes.</source>
        <translation>Jeder Balken ist ein Strich, so hoch wie das, was er brachte. Ziehen zeigt die Zeichnung mit weniger Strichen.</translation>
    </message>
    <message>
        <source>Each bar is a stroke, as high as what it added. Below the dashed line the next would hardly show.</source>
        <translation>Jeder Balken ist ein Strich, so hoch wie das, was er brachte. Unter der gestrichelten Linie fiele der nächste kaum auf.</translation>
    </message>
    <message>
        <source>Strokes shown</source>
        <translation>Gezeigte Striche</translation>
    </message>
    <message>
        <source>{value} of {counted}</source>
        <translation>{value} von {counted}</translation>
    </message>
    <message>
        <source>stopped here</source>
        <translation>hier beendet</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>More like this one</source>
        <translation>Mehr wie diese</translation>
    </message>
    <message>
        <source>Draw four others that resemble the drawing</source>
        <translation>Vier andere zeichnen, die der Zeichnung ähneln</translation>
    </message>
    <message>
        <source>Another four</source>
        <translation>Weitere vier</translation>
    </message>
    <message>
        <source>Draw the next four; these stay here to choose from</source>
        <translation>Die nächsten vier zeichnen; diese bleiben zur Auswahl</translation>
    </message>
    <message>
        <source>Hide these; the drawing stays</source>
        <translation>Diese ausblenden; die Zeichnung bleibt</translation>
    </message>
    <message>
        <source>Proposed drawing</source>
        <translation>Vorgeschlagene Zeichnung</translation>
    </message>
    <message>
        <source>Still being drawn</source>
        <translation>Wird noch gezeichnet</translation>
    </message>
    <message>
        <source>{name}, the one that was chosen for you</source>
        <translation>{name}, die für Sie gewählte</translation>
    </message>
    <message>
        <source>Make it the drawing{by_key}; undo brings the other back</source>
        <translation>Zur Zeichnung machen{by_key}; Rückgängig bringt die andere zurück</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Ausdünnen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>How much worse the drawing may become in all, by what the encoder sees</source>
        <translation>Wie viel schlechter die Zeichnung insgesamt werden darf, so wie der Encoder sie sieht</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>How far a line may move where strokes that continue each other become one</source>
        <translation>Wie weit sich eine Linie bewegen darf, wo Striche, die einander fortsetzen, einer werden</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Do it; undo brings the strokes back (Enter)</source>
        <translation>Ausführen; Rückgängig bringt die Striche zurück (Enter)</translation>
    </message>
    <message>
        <source>Leave the drawing as it is (Esc)</source>
        <translation>Die Zeichnung lassen, wie sie ist (Esc)</translation>
    </message>
    <message>
        <source>Hold the drawing; it goes on where it stopped</source>
        <translation>Die Zeichnung anhalten; sie geht dort weiter, wo sie stand</translation>
    </message>
    <message>
        <source>Progress of the drawing</source>
        <translation>Fortschritt der Zeichnung</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Diese behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stop here and keep what is drawn</source>
        <translation>Hier anhalten und das Gezeichnete behalten</translation>
    </message>
    <message>
        <source>Stop and go back to the drawing before this run</source>
        <translation>Anhalten und zur Zeichnung vor diesem Lauf zurückkehren</translation>
    </message>
    <message>
        <source>Keep these {level}</source>
        <translation>Diese {level} behalten</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Diesen behalten</translation>
    </message>
    <message>
        <source>Take the other {counted} out of the drawing; this can be undone</source>
        <translation>Die übrigen {counted} aus der Zeichnung nehmen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Keeping what is drawn</source>
        <translation>Das Gezeichnete wird behalten</translation>
    </message>
    <message>
        <source>Ready to draw</source>
        <translation>Bereit zu zeichnen</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>Schritt {step} von {total}</translation>
    </message>
    <message>
        <source>{clock_text} so far</source>
        <translation>bisher {clock_text}</translation>
    </message>
    <message>
        <source>Only looked at; Esc shows all</source>
        <translation>Nur angesehen; Esc zeigt alle</translation>
    </message>
    <message>
        <source>drawn in {elapsed:.1f} s</source>
        <translation>in {elapsed:.1f} s gezeichnet</translation>
    </message>
    <message>
        <source>{len} of {counted}</source>
        <translation>{len} von {counted}</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Click or sweep over strokes.</source>
        <translation>Auf Striche klicken oder über sie streichen.</translation>
    </message>
    <message>
        <source>Ctrl switches between whole strokes and only the parts under the eraser.</source>
        <translation>Strg wechselt zwischen ganzen Strichen und nur den Teilen unter dem Radierer.</translation>
    </message>
    <message>
        <source>erase from</source>
        <translation>radieren an</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>radieren</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>Maskenpinsel</translation>
    </message>
    <message>
        <source>Paint what is to be drawn.</source>
        <translation>Malen, was gezeichnet werden soll.</translation>
    </message>
    <message>
        <source>Alt erases, [ and ] change the size.</source>
        <translation>Alt löscht, [ und ] ändern die Größe.</translation>
    </message>
    <message>
        <source>paint the mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>take from the mask</source>
        <translation>von der Maske wegnehmen</translation>
    </message>
    <message>
        <source>Mask by click</source>
        <translation>Maske durch Klick</translation>
    </message>
    <message>
        <source>Click what is to be drawn.</source>
        <translation>Anklicken, was gezeichnet werden soll.</translation>
    </message>
    <message>
        <source>Alt takes away what is under the mouse.</source>
        <translation>Alt nimmt weg, was unter der Maus ist.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Drag nodes or lines.</source>
        <translation>Knoten oder Linien ziehen.</translation>
    </message>
    <message>
        <source>Click a stroke first; handles bend it, double-click adds a node or rounds one. Alt and a double-click add or remove a width.</source>
        <translation>Erst einen Strich anklicken; Anfasser biegen ihn, ein Doppelklick fügt einen Knoten hinzu oder rundet einen. Alt und ein Doppelklick fügen eine Breite hinzu oder nehmen sie weg.</translation>
    </message>
    <message>
        <source>add a node</source>
        <translation>Knoten hinzufügen</translation>
    </message>
    <message>
        <source>make {count} smooth</source>
        <translation>{count} glätten</translation>
    </message>
    <message>
        <source>make {count} corner</source>
        <translation>{count} zu Ecken machen</translation>
    </message>
    <message>
        <source>delete {count}</source>
        <translation>{count} löschen</translation>
    </message>
    <message>
        <source>move {count}</source>
        <translation>{count} verschieben</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} Knoten</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Draw a line by hand.</source>
        <translation>Eine Linie von Hand zeichnen.</translation>
    </message>
    <message>
        <source>Shift makes it straight, Alt does not snap.</source>
        <translation>Umschalt macht sie gerade, Alt setzt das Einrasten aus.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>hidden and locked</source>
        <translation>ausgeblendet und gesperrt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The layer “{name}”, which the pen draws on, is {state}.</source>
        <translation>Die Ebene „{name}“, auf die der Stift zeichnet, ist {state}.</translation>
    </message>
    <message>
        <source>Open it, or choose another layer.</source>
        <translation>Öffnen Sie sie, oder wählen Sie eine andere Ebene.</translation>
    </message>
    <message>
        <source>draw a line</source>
        <translation>Linie zeichnen</translation>
    </message>
    <message>
        <source>draw {len} lines</source>
        <translation>{len} Linien zeichnen</translation>
    </message>
    <message>
        <source>move 1 node</source>
        <translation>1 Knoten verschieben</translation>
    </message>
    <message>
        <source>move {len} nodes</source>
        <translation>{len} Knoten verschieben</translation>
    </message>
    <message>
        <source>move a handle</source>
        <translation>Anfasser verschieben</translation>
    </message>
    <message>
        <source>bend a line</source>
        <translation>Linie biegen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Click, or drag around several.</source>
        <translation>Klicken, oder um mehrere ziehen.</translation>
    </message>
    <message>
        <source>Drag what is selected, or its handles. Shift adds, Ctrl keeps proportions or takes one line of a group; a double click enters the group. Alt does not snap, Ctrl+Alt drags into other programs.</source>
        <translation>Das Ausgewählte oder seine Anfasser ziehen. Umschalt fügt hinzu, Strg behält die Proportionen oder nimmt eine Linie einer Gruppe; ein Doppelklick geht in die Gruppe. Alt setzt das Einrasten aus, Strg+Alt zieht in andere Programme.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>looked at most</source>
        <translation>am meisten beachtet</translation>
    </message>
    <message>
        <source>strokes begin</source>
        <translation>Striche beginnen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Knoten</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;Stift</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>Lines grow thicker and thinner with what is scaled</source>
        <translation>Linien werden mit dem Skalierten dicker und dünner</translation>
    </message>
    <message>
        <source>Scale line widths</source>
        <translation>Linienbreiten mitskalieren</translation>
    </message>
    <message>
        <source>Erase only the parts under the eraser, not whole strokes</source>
        <translation>Nur die Teile unter dem Radierer löschen, nicht ganze Striche</translation>
    </message>
    <message>
        <source>Split strokes</source>
        <translation>Striche teilen</translation>
    </message>
    <message>
        <source>This run moves all its strokes at once, so nothing can be edited while it is on.</source>
        <translation>Dieser Lauf bewegt alle Striche zugleich, deshalb kann währenddessen nichts bearbeitet werden.</translation>
    </message>
    <message>
        <source>Stop and keep it first.</source>
        <translation>Halten Sie ihn erst an und behalten Sie ihn.</translation>
    </message>
    <message>
        <source>align {counted}</source>
        <translation>{counted} ausrichten</translation>
    </message>
    <message>
        <source>distribute {counted}</source>
        <translation>{counted} verteilen</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>spiegeln</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>skalieren</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>drehen</translation>
    </message>
    <message>
        <source>Double-click to go back to {value}.</source>
        <translation>Ein Doppelklick führt zu {value} zurück.</translation>
    </message>
    <message>
        <source>Fold {title}</source>
        <translation>{title} einklappen</translation>
    </message>
    <message>
        <source>Unfold {title}</source>
        <translation>{title} ausklappen</translation>
    </message>
    <message>
        <source>{title}, unfolded</source>
        <translation>{title}, ausgeklappt</translation>
    </message>
    <message>
        <source>{title}, folded</source>
        <translation>{title}, eingeklappt</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.bin *.onnx);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pt *.pth *.bin *.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Photos and drawings (*.svg *.svgz {PHOTOS})</source>
        <translation>Fotos und Zeichnungen (*.svg *.svgz {PHOTOS})</translation>
    </message>
    <message>
        <source>Open the photo beneath the drawing</source>
        <translation>Das Foto unter der Zeichnung öffnen</translation>
    </message>
    <message>
        <source>Photos ({PHOTOS})</source>
        <translation>Fotos ({PHOTOS})</translation>
    </message>
    <message>
        <source>{kinds};;All files (*)</source>
        <translation>{kinds};;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import {name} from a folder</source>
        <translation>{name} aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>Import {name} from a file</source>
        <translation>{name} aus einer Datei importieren</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program or window.</source>
        <translation>„{name}“ wurde von einem anderen Programm oder Fenster geändert.</translation>
    </message>
    <message>
        <source>Saving here would replace what was saved there.</source>
        <translation>Speichern würde ersetzen, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Unter anderem Namen speichern…</translation>
    </message>
    <message>
        <source>Open what is there</source>
        <translation>Öffnen, was dort ist</translation>
    </message>
    <message>
        <source>Undo brings back what you have now</source>
        <translation>Rückgängig bringt zurück, was jetzt da ist</translation>
    </message>
    <message>
        <source>Load a mask: white is drawn</source>
        <translation>Eine Maske laden: Weiß wird gezeichnet</translation>
    </message>
    <message>
        <source>Pictures ({PHOTOS})</source>
        <translation>Bilder ({PHOTOS})</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Die Maske speichern</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>Keep the picture</source>
        <translation>Das Bild aufheben</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>WebP picture (*.webp)</source>
        <translation>WebP-Bild (*.webp)</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>Die Zeichnung aufheben</translation>
    </message>
    <message>
        <source>Save “{name}” first?</source>
        <translation>„{name}“ erst speichern?</translation>
    </message>
    <message>
        <source>The run will be stopped; what it has drawn so far can be saved.</source>
        <translation>Der Lauf wird angehalten; was bisher gezeichnet ist, kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Its last changes are not in the file.</source>
        <translation>Die letzten Änderungen sind nicht in der Datei.</translation>
    </message>
    <message>
        <source>It is not in a file yet.</source>
        <translation>Sie ist noch in keiner Datei.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>What the message offers</source>
        <translation>Was die Meldung anbietet</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>{name}, slider</source>
        <translation>{name}, Regler</translation>
    </message>
    <message>
        <source>reset it</source>
        <translation>setzt zurück</translation>
    </message>
    <message>
        <source>go back to {default}{unit}</source>
        <translation>führt zu {default}{unit} zurück</translation>
    </message>
    <message>
        <source>{explanation}
Double-click to {back}.</source>
        <translation>{explanation}
Ein Doppelklick {back}.</translation>
    </message>
    <message>
        <source>A drawing cannot be {longer_side_mm:g} mm long; give a length above 0.</source>
        <translation>Eine Zeichnung kann nicht {longer_side_mm:g} mm lang sein; geben Sie eine Länge über 0 an.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved: {what} is {value:g}; remove it and save again.</source>
        <translation>Die Zeichnung kann nicht gespeichert werden: {what} ist {value:g}; entfernen Sie es und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved: &apos;{excerpt}&apos; is not a colour; use #rrggbb.</source>
        <translation>Die Zeichnung kann nicht gespeichert werden: „{excerpt}“ ist keine Farbe; nehmen Sie #rrggbb.</translation>
    </message>
    <message>
        <source>The SVG uses the entity &apos;{excerpt}&apos; without declaring it; save it again as plain SVG and open that.</source>
        <translation>Das SVG benutzt die Entität „{excerpt}“, ohne sie zu erklären; speichern Sie es als einfaches SVG und öffnen Sie das.</translation>
    </message>
    <message>
        <source>The SVG is damaged or cut off (in its document type); get a whole copy of it.</source>
        <translation>Das SVG ist beschädigt oder abgeschnitten (in seinem Dokumenttyp); holen Sie eine ganze Kopie.</translation>
    </message>
    <message>
        <source>The SVG declares XML entities that lie outside of it, which are not read; save it again as plain SVG and open that.</source>
        <translation>Das SVG erklärt XML-Entitäten, die außerhalb liegen und nicht gelesen werden; speichern Sie es als einfaches SVG und öffnen Sie das.</translation>
    </message>
    <message>
        <source>The SVG declares XML entities that are nested, too long or too many, which are not read; save it again as plain SVG and open that.</source>
        <translation>Das SVG erklärt XML-Entitäten, die verschachtelt, zu lang oder zu viele sind und nicht gelesen werden; speichern Sie es als einfaches SVG und öffnen Sie das.</translation>
    </message>
    <message>
        <source>The SVG repeats more than {MAX_REPEATED:,} elements; simplify it and open it again.</source>
        <translation>Das SVG wiederholt mehr als {MAX_REPEATED:,} Elemente; vereinfachen Sie es und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SVG draws more than {MAX_ELEMENTS:,} elements; simplify it and open it again.</source>
        <translation>Das SVG zeichnet mehr als {MAX_ELEMENTS:,} Elemente; vereinfachen Sie es und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.</source>
        <translation>Das SVG verschachtelt mehr als {MAX_DEPTH} Elemente; lösen Sie die Gruppen auf und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SVG has more than {MAX_SEGMENTS:,} curve segments; simplify it and open it again.</source>
        <translation>Das SVG hat mehr als {MAX_SEGMENTS:,} Kurvenstücke; vereinfachen Sie es und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{reason}; check the name.</source>
        <translation>{reason}; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Cannot open &apos;{name}&apos;: {error}</source>
        <translation>„{name}“ kann nicht geöffnet werden: {error}</translation>
    </message>
    <message>
        <source>Cannot open &apos;{name}&apos;: {reason}; check that it may be read.</source>
        <translation>„{name}“ kann nicht geöffnet werden: {reason}; prüfen Sie, ob es gelesen werden darf.</translation>
    </message>
    <message>
        <source>The photo cannot be kept in the drawing: it is no JPEG or PNG; save without it.</source>
        <translation>Das Foto kann nicht in der Zeichnung behalten werden: Es ist kein JPEG oder PNG; speichern Sie ohne das Foto.</translation>
    </message>
    <message>
        <source>The photo cannot be kept in the drawing: it is too large; save without it.</source>
        <translation>Das Foto kann nicht in der Zeichnung behalten werden: Es ist zu groß; speichern Sie ohne das Foto.</translation>
    </message>
    <message>
        <source>The SVG&apos;s style sheet takes too long; simplify it and open it again.</source>
        <translation>Die Formatvorlage des SVG braucht zu lange; vereinfachen Sie sie und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SVG has a shape with a number that is too large; remove that shape and open it again.</source>
        <translation>Das SVG hat eine Form mit einer zu großen Zahl; entfernen Sie sie und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file is empty; choose another one.</source>
        <translation>Die Datei ist leer; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The SVG is larger than {value} MB; remove embedded pictures and open it again.</source>
        <translation>Das SVG ist größer als {value} MB; entfernen Sie eingebettete Bilder und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The compressed SVG is damaged; get a whole copy of it.</source>
        <translation>Das gepackte SVG ist beschädigt; holen Sie eine ganze Kopie.</translation>
    </message>
    <message>
        <source>The compressed SVG is cut off; get a whole copy of it.</source>
        <translation>Das gepackte SVG ist abgeschnitten; holen Sie eine ganze Kopie.</translation>
    </message>
    <message>
        <source>The SVG has a transform that is too long; apply the transforms and open it again.</source>
        <translation>Das SVG hat eine zu lange Transformation; wenden Sie die Transformationen an und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file is XML but not SVG: it begins with &lt;{excerpt}&gt;; choose an SVG file.</source>
        <translation>Die Datei ist XML, aber kein SVG: Sie beginnt mit &lt;{excerpt}&gt;; wählen Sie eine SVG-Datei.</translation>
    </message>
    <message>
        <source>The SVG has more than {MAX_ELEMENTS:,} elements; simplify it and open it again.</source>
        <translation>Das SVG hat mehr als {MAX_ELEMENTS:,} Elemente; vereinfachen Sie es und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SVG&apos;s sheet is too large; give it a smaller size and open it again.</source>
        <translation>Das Blatt des SVG ist zu groß; geben Sie ihm eine kleinere Größe und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: it is not a file; choose another name.</source>
        <translation>In „{shown}“ kann nicht gespeichert werden: Das ist keine Datei; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: the file is write-protected; choose another name.</source>
        <translation>In „{shown}“ kann nicht gespeichert werden: Die Datei ist schreibgeschützt; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: {reason}; {advice}.</source>
        <translation>In „{shown}“ kann nicht gespeichert werden: {reason}; {advice}.</translation>
    </message>
    <message>
        <source>looking at the photo</source>
        <translation>das Foto wird angesehen</translation>
    </message>
    <message>
        <source>scattering strokes</source>
        <translation>Striche werden verstreut</translation>
    </message>
    <message>
        <source>refining toward the prompt</source>
        <translation>zu den Worten hin verfeinern</translation>
    </message>
    <message>
        <source>refining with CLIP</source>
        <translation>mit CLIP verfeinern</translation>
    </message>
    <message>
        <source>Memory ran out; the run goes on with fewer pictures at a time.</source>
        <translation>Der Speicher ging aus; der Lauf geht mit weniger Bildern auf einmal weiter.</translation>
    </message>
    <message>
        <source>This GPU cannot replay the steps of this run; each is done anew, more slowly.</source>
        <translation>Diese Grafikkarte kann die Schritte dieses Laufs nicht wiederholen; jeder wird neu berechnet, langsamer.</translation>
    </message>
    <message>
        <source>finding contours</source>
        <translation>Konturen werden gesucht</translation>
    </message>
    <message>
        <source>This photo has contours for {count} strokes, not {strokes}.</source>
        <translation>Dieses Foto hat Konturen für {count} Striche, nicht {strokes}.</translation>
    </message>
    <message>
        <source>There is no usable NVIDIA GPU on this machine.</source>
        <translation>Auf diesem Rechner gibt es keine brauchbare NVIDIA-Grafikkarte.</translation>
    </message>
    <message>
        <source>Choose the device auto or cpu.</source>
        <translation>Wählen Sie als Gerät Auto oder Prozessor.</translation>
    </message>
    <message>
        <source>There is no further contour to draw.</source>
        <translation>Es gibt keine weitere Kontur zu zeichnen.</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>wird gezeichnet</translation>
    </message>
    <message>
        <source>Memory ran out after {gains} strokes; they are kept.</source>
        <translation>Nach {gains} Strichen ging der Speicher aus; sie sind behalten.</translation>
    </message>
    <message>
        <source>No further stroke would improve the drawing; {gains} were added.</source>
        <translation>Kein weiterer Strich würde die Zeichnung verbessern; {gains} kamen hinzu.</translation>
    </message>
    <message>
        <source>The pictures cannot be compared with the prompt: {error}.</source>
        <translation>Die Bilder können nicht mit den Worten verglichen werden: {error}.</translation>
    </message>
    <message>
        <source>{encoder_id} is no CLIP, and cannot see for Karlo: mend the catalogue</source>
        <translation>{encoder_id} ist kein CLIP und kann nicht für Karlo sehen: berichtigen Sie den Katalog</translation>
    </message>
    <message>
        <source>comparing strokes</source>
        <translation>Striche werden verglichen</translation>
    </message>
    <message>
        <source>choosing strokes</source>
        <translation>Striche werden gewählt</translation>
    </message>
    <message>
        <source>There is too little memory to compare strokes; those found first are kept.</source>
        <translation>Zum Vergleichen der Striche reicht der Speicher nicht; die zuerst gefundenen bleiben.</translation>
    </message>
    <message>
        <source>refining</source>
        <translation>wird verfeinert</translation>
    </message>
    <message>
        <source>Memory ran out at {side} px; the drawing goes on at {smaller} px.</source>
        <translation>Bei {side} px ging der Speicher aus; die Zeichnung geht mit {smaller} px weiter.</translation>
    </message>
    <message>
        <source>Then draw again.</source>
        <translation>Zeichnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory to draw.</source>
        <translation>Zum Zeichnen reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The drawing engine failed: {first_line}</source>
        <translation>Das Zeichenwerk versagte: {first_line}</translation>
    </message>
    <message>
        <source>Try another photo or device.</source>
        <translation>Versuchen Sie es mit einem anderen Foto oder Gerät.</translation>
    </message>
    <message>
        <source>looking at the picture</source>
        <translation>das Bild wird angesehen</translation>
    </message>
    <message>
        <source>Nothing would change: {error}.</source>
        <translation>Nichts würde sich ändern: {error}.</translation>
    </message>
    <message>
        <source>Say it in other words.</source>
        <translation>Sagen Sie es mit anderen Worten.</translation>
    </message>
    <message>
        <source>predicting the strokes</source>
        <translation>die Striche werden vorhergesagt</translation>
    </message>
    <message>
        <source>{count} things take at least {strokes} strokes.</source>
        <translation>{count} Dinge brauchen mindestens {strokes} Striche.</translation>
    </message>
    <message>
        <source>there is nothing to export: no visible stroke is chosen</source>
        <translation>es gibt nichts zu exportieren: Kein sichtbarer Strich ist gewählt</translation>
    </message>
    <message>
        <source>there is nothing to export: the drawing has no visible stroke</source>
        <translation>es gibt nichts zu exportieren: Die Zeichnung hat keinen sichtbaren Strich</translation>
    </message>
    <message>
        <source>the pen of {pen_mm:g} mm is too wide for this size: take a finer one</source>
        <translation>der Stift von {pen_mm:g} mm ist zu breit für diese Größe: nehmen Sie einen feineren</translation>
    </message>
    <message>
        <source>the margins leave no room on the page: make them smaller</source>
        <translation>die Ränder lassen keinen Platz auf der Seite: machen Sie sie kleiner</translation>
    </message>
    <message>
        <source>the drawing of {size} mm is too large, for the page leaves {room} mm: make it smaller</source>
        <translation>die Zeichnung von {size} mm ist zu groß, denn die Seite lässt {room} mm: machen Sie sie kleiner</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; names no format: end it with .svg, .pdf, .png, .webp, .gcode or .hpgl</source>
        <translation>„{name}“ nennt kein Format: Der Name muss auf .svg, .pdf, .png, .webp, .gcode oder .hpgl enden</translation>
    </message>
    <message>
        <source>there is nothing to plot: no visible layer has a stroke that a pen can draw</source>
        <translation>es gibt nichts zu plotten: keine sichtbare Ebene hat einen Strich, den ein Stift zeichnen kann</translation>
    </message>
    <message>
        <source>the pen of {pen} mm is wider than the page of {sides} mm: take a finer one</source>
        <translation>der Stift von {pen} mm ist breiter als die Seite von {sides} mm: einen feineren nehmen</translation>
    </message>
    <message>
        <source>there is nothing to export: no visible layer has a stroke</source>
        <translation>es gibt nichts zu exportieren: Keine sichtbare Ebene hat einen Strich</translation>
    </message>
    <message>
        <source>a page of a PDF is at most {value:.0f} mm long: make it smaller</source>
        <translation>eine PDF-Seite ist höchstens {value:.0f} mm lang: machen Sie sie kleiner</translation>
    </message>
    <message>
        <source>a picture of {width} × {height} pixels is too large; at most {value} million: take a lower resolution or a smaller size</source>
        <translation>ein Bild von {width} × {height} Pixeln ist zu groß; höchstens {value} Millionen: nehmen Sie eine niedrigere Auflösung oder eine kleinere Größe</translation>
    </message>
    <message>
        <source>a WebP is at most {MAX_WEBP} pixels long, not {max}: take PNG, or a smaller size</source>
        <translation>ein WebP ist höchstens {MAX_WEBP} Pixel lang, nicht {max}: nehmen Sie PNG oder eine kleinere Größe</translation>
    </message>
    <message>
        <source>Then imagine again.</source>
        <translation>Stellen Sie dann noch einmal vor.</translation>
    </message>
    <message>
        <source>There is not enough memory to imagine.</source>
        <translation>Zum Vorstellen reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Imagining failed: {first_line}</source>
        <translation>Das Vorstellen ist misslungen: {first_line}</translation>
    </message>
    <message>
        <source>Try another model or device.</source>
        <translation>Versuchen Sie es mit einem anderen Modell oder Gerät.</translation>
    </message>
    <message>
        <source>loading {name}</source>
        <translation>{name} wird geladen</translation>
    </message>
    <message>
        <source>Memory ran out: it goes on {where}, {following}.</source>
        <translation>Der Speicher ging aus: Es geht {where} weiter, {following}.</translation>
    </message>
    <message>
        <source>{name} takes about {needed} of memory, and {megabytes} are free.</source>
        <translation>{name} braucht etwa {needed} Speicher, und {megabytes} sind frei.</translation>
    </message>
    <message>
        <source>Close other programs, or choose another model or device.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie ein anderes Modell oder Gerät.</translation>
    </message>
    <message>
        <source>loading the {part}</source>
        <translation>{part} wird geladen</translation>
    </message>
    <message>
        <source>is a folder: choose a photo in it.</source>
        <translation>ist ein Ordner: Wählen Sie ein Foto darin.</translation>
    </message>
    <message>
        <source>is not a file: choose a photo.</source>
        <translation>ist keine Datei: Wählen Sie ein Foto.</translation>
    </message>
    <message>
        <source>does not exist: check its name and folder.</source>
        <translation>gibt es nicht: Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>may not be read: change its permissions, or copy it elsewhere.</source>
        <translation>darf nicht gelesen werden: Ändern Sie die Rechte, oder kopieren Sie die Datei anderswohin.</translation>
    </message>
    <message>
        <source>cannot be read ({reason}): try another copy of it.</source>
        <translation>kann nicht gelesen werden ({reason}): Versuchen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>is empty (0 bytes): copy or export the photo again.</source>
        <translation>ist leer (0 Byte): Kopieren oder exportieren Sie das Foto noch einmal.</translation>
    </message>
    <message>
        <source>is not a photo: choose a {READABLE} file.</source>
        <translation>ist kein Foto: Wählen Sie eine Datei im Format {READABLE}.</translation>
    </message>
    <message>
        <source>is too large: {advice}</source>
        <translation>ist zu groß: {advice}</translation>
    </message>
    <message>
        <source>does not fit into the free memory: scale it down.</source>
        <translation>passt nicht in den freien Speicher: Verkleinern Sie es.</translation>
    </message>
    <message>
        <source>is cut off before its end: copy or download it again.</source>
        <translation>ist vor dem Ende abgeschnitten: Kopieren oder laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>is too large ({width} × {height} pixels): {advice}</source>
        <translation>ist zu groß ({width} × {height} Pixel): {advice}</translation>
    </message>
    <message>
        <source>is {label}, which is not read here: export it as JPEG or PNG.</source>
        <translation>ist {label} und wird hier nicht gelesen: Exportieren Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>marks nothing: paint the subject white, or leave the mask out.</source>
        <translation>markiert nichts: Malen Sie das Motiv weiß, oder lassen Sie die Maske weg.</translation>
    </message>
    <message>
        <source>cannot be written ({reason}): choose another folder or name.</source>
        <translation>kann nicht geschrieben werden ({reason}): Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>is too narrow ({width} × {height} pixels) for any photo: crop or stretch it to fit.</source>
        <translation>ist für jedes Foto zu schmal ({width} × {height} Pixel): Schneiden oder strecken Sie es passend.</translation>
    </message>
    <message>
        <source>does not have the photo&apos;s proportions ({sizes}): crop or stretch it to fit.</source>
        <translation>hat nicht die Proportionen des Fotos ({sizes}): Schneiden oder strecken Sie es passend.</translation>
    </message>
    <message>
        <source>cannot be decoded: use another copy, or save it anew elsewhere.</source>
        <translation>kann nicht entschlüsselt werden: Nehmen Sie eine andere Kopie, oder speichern Sie es anderswo neu.</translation>
    </message>
    <message>
        <source>A small encoder that is quick without a GPU, and reads words.</source>
        <translation>Ein kleiner Encoder, der ohne Grafikkarte schnell ist und Wörter liest.</translation>
    </message>
    <message>
        <source>A smaller BiRefNet, nearly as fine and far quicker.</source>
        <translation>Ein kleineres BiRefNet, fast so fein und weit schneller.</translation>
    </message>
    <message>
        <source>Cuts out hair, spokes and other fine parts; slower than IS-Net.</source>
        <translation>Schneidet Haare, Speichen und andere feine Teile aus; langsamer als IS-Net.</translation>
    </message>
    <message>
        <source>Cuts the subject out of a photo with clean edges.</source>
        <translation>Schneidet das Motiv mit sauberen Rändern aus einem Foto.</translation>
    </message>
    <message>
        <source>Finds where to begin as CLIPasso was published, and is the quickest of OpenAI&apos;s to name what it sees.</source>
        <translation>Findet den Anfang, wie CLIPasso veröffentlicht wurde, und benennt von denen OpenAIs am schnellsten, was es sieht.</translation>
    </message>
    <message>
        <source>For research only: not for commercial use, and not in a product or service.</source>
        <translation>Nur für die Forschung: nicht für gewerbliche Nutzung und nicht in einem Produkt oder Dienst.</translation>
    </message>
    <message>
        <source>For research, says its card; the licence lists harmful uses that are not allowed. Its maker withdrew Stable Diffusion 2 in November 2025: this is an unofficial copy.</source>
        <translation>Für die Forschung, sagt seine Karte; die Lizenz zählt schädliche Nutzungen auf, die nicht erlaubt sind. Sein Hersteller zog Stable Diffusion 2 im November 2025 zurück: Dies ist eine inoffizielle Kopie.</translation>
    </message>
    <message>
        <source>Free to use, except for the harmful uses that the licence lists.</source>
        <translation>Frei nutzbar, außer für die schädlichen Nutzungen, die die Lizenz aufzählt.</translation>
    </message>
    <message>
        <source>Free to use.</source>
        <translation>Frei nutzbar.</translation>
    </message>
    <message>
        <source>Free to use; its makers offer it for research, and ask that uses are tested before anything relies on them.</source>
        <translation>Frei nutzbar; seine Hersteller bieten es für die Forschung an und bitten, Nutzungen zu prüfen, bevor sich etwas darauf verlässt.</translation>
    </message>
    <message>
        <source>Free to use; its model card and attribution name the pictures that it was trained on.</source>
        <translation>Frei nutzbar; Modellkarte und Nachweis nennen die Bilder, mit denen es trainiert wurde.</translation>
    </message>
    <message>
        <source>Guides every drawing without a download; it sees shapes and reads no words.</source>
        <translation>Leitet jede Zeichnung ohne Download; es sieht Formen und liest keine Wörter.</translation>
    </message>
    <message>
        <source>Imagines a picture from words (unCLIP), to be drawn in place of a photo; beside CLIP ViT-L/14 variations too.</source>
        <translation>Stellt sich ein Bild nach Worten vor (unCLIP), das anstelle eines Fotos gezeichnet wird; neben CLIP ViT-L/14 auch Varianten.</translation>
    </message>
    <message>
        <source>Imagines variations and blends as Stable unCLIP does, with a smaller eye; beside Karlo it reads words and changes pictures too.</source>
        <translation>Stellt sich Varianten und Überblendungen vor wie Stable unCLIP, mit kleinerem Auge; neben Karlo liest es Wörter und ändert auch Bilder.</translation>
    </message>
    <message>
        <source>Imagines variations and blends of a picture, larger and sharper than Karlo&apos;s; it reads no words.</source>
        <translation>Stellt sich Varianten und Überblendungen eines Bildes vor, größer und schärfer als Karlo; es liest keine Wörter.</translation>
    </message>
    <message>
        <source>Imagines variations, blends and changes of a picture; the same painter as Karlo, with an eye in place of the prior. Beside Karlo only about 1.2 GB of it are fetched.</source>
        <translation>Stellt sich Varianten, Überblendungen und Änderungen eines Bildes vor; derselbe Maler wie Karlo, mit einem Auge statt des Priors. Neben Karlo werden nur etwa 1,2 GB davon geladen.</translation>
    </message>
    <message>
        <source>Judges the strokes as CLIPasso was published, by the layers of a ResNet.</source>
        <translation>Beurteilt die Striche, wie CLIPasso veröffentlicht wurde, nach den Schichten eines ResNet.</translation>
    </message>
    <message>
        <source>MIT, but the model card, written for research, calls any deployed use out of scope.</source>
        <translation>MIT, aber die Modellkarte, für die Forschung geschrieben, nennt jeden Einsatz außerhalb ihres Rahmens.</translation>
    </message>
    <message>
        <source>Names sketches most surely for its cost, at a third of the work of a B/16: the best guide of drawings.</source>
        <translation>Benennt Skizzen am sichersten für seinen Aufwand, bei einem Drittel der Arbeit eines B/16: der beste Führer für Zeichnungen.</translation>
    </message>
    <message>
        <source>Names what drawings and photos show and draws words alone, without a download; the larger CLIPs understand both better.</source>
        <translation>Benennt, was Zeichnungen und Fotos zeigen, und zeichnet Wörter allein, ohne Download; die größeren CLIPs verstehen beides besser.</translation>
    </message>
    <message>
        <source>Sees finer detail than ViT-B/32, for about four times the work.</source>
        <translation>Sieht feinere Einzelheiten als ViT-B/32, bei etwa vierfacher Arbeit.</translation>
    </message>
    <message>
        <source>The largest and surest of OpenAI&apos;s here; it wants a GPU.</source>
        <translation>Das größte und sicherste von OpenAI hier; es will eine Grafikkarte.</translation>
    </message>
    <message>
        <source>The licence is that of its program; no terms are stated for the weights.</source>
        <translation>Die Lizenz ist die seines Programms; für die Gewichte sind keine Bedingungen genannt.</translation>
    </message>
    <message>
        <source>ViT-B/16 trained on LAION-2B; independent judges liked drawings made with such an encoder better.</source>
        <translation>ViT-B/16, mit LAION-2B trainiert; unabhängige Urteile zogen Zeichnungen mit einem solchen Encoder vor.</translation>
    </message>
    <message>
        <source>{name} {what}</source>
        <translation>{name} {what}</translation>
    </message>
    <message>
        <source>group {counted}</source>
        <translation>{counted} gruppieren</translation>
    </message>
    <message>
        <source>ungroup {counted}</source>
        <translation>Gruppierung aufheben: {counted}</translation>
    </message>
    <message>
        <source>join {counted}</source>
        <translation>{counted} verbinden</translation>
    </message>
    <message>
        <source>join 2 nodes</source>
        <translation>2 Knoten verbinden</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>umkehren</translation>
    </message>
    <message>
        <source>split</source>
        <translation>trennen</translation>
    </message>
    <message>
        <source>set the pen of</source>
        <translation>Stift setzen:</translation>
    </message>
    <message>
        <source>set the widths of</source>
        <translation>Breiten setzen:</translation>
    </message>
    <message>
        <source>set the widths of 1 stroke</source>
        <translation>Breiten von 1 Strich setzen</translation>
    </message>
    <message>
        <source>draw another {thing}</source>
        <translation>anders zeichnen: {thing}</translation>
    </message>
    <message>
        <source>Move to la&amp;yer</source>
        <translation>Auf Ebe&amp;ne bringen</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Mehrere</translation>
    </message>
    <message>
        <source>Own widths</source>
        <translation>Eigene Breiten</translation>
    </message>
    <message>
        <source>What the stroke is drawn with: its width along the line, and its texture</source>
        <translation>Womit der Strich gezeichnet ist: seine Breite entlang der Linie, und seine Textur</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>The width along the stroke. With the node tool each width can be dragged, added and removed.</source>
        <translation>Die Breite entlang des Strichs. Mit dem Knotenwerkzeug kann jede Breite gezogen, hinzugefügt und entfernt werden.</translation>
    </message>
    <message>
        <source>How far the selection is from the left edge of the sheet</source>
        <translation>Wie weit die Auswahl vom linken Rand des Blatts entfernt ist</translation>
    </message>
    <message>
        <source>How far the selection is from the top edge of the sheet</source>
        <translation>Wie weit die Auswahl vom oberen Rand des Blatts entfernt ist</translation>
    </message>
    <message>
        <source>How wide the selection is, without the width of its lines</source>
        <translation>Wie breit die Auswahl ist, ohne die Breite ihrer Linien</translation>
    </message>
    <message>
        <source>How high the selection is, without the width of its lines</source>
        <translation>Wie hoch die Auswahl ist, ohne die Breite ihrer Linien</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>Proportionen behalten</translation>
    </message>
    <message>
        <source>Drag into another program</source>
        <translation>In ein anderes Programm ziehen</translation>
    </message>
    <message>
        <source>Drag this into another program: the selected strokes, or else the drawing, as SVG and picture</source>
        <translation>Dies in ein anderes Programm ziehen: die ausgewählten Striche, sonst die Zeichnung, als SVG und Bild</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Glatt</translation>
    </message>
    <message>
        <source>Make the selected nodes smooth (Shift+S)</source>
        <translation>Die ausgewählten Knoten glätten (Umschalt+S)</translation>
    </message>
    <message>
        <source>&amp;Corner</source>
        <translation>&amp;Ecke</translation>
    </message>
    <message>
        <source>Make the selected nodes corners (Shift+C)</source>
        <translation>Die ausgewählten Knoten zu Ecken machen (Umschalt+C)</translation>
    </message>
    <message>
        <source>Join the two selected ends (Shift+J)</source>
        <translation>Die beiden ausgewählten Enden verbinden (Umschalt+J)</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Cut the line at the selected nodes (Shift+B)</source>
        <translation>Die Linie an den ausgewählten Knoten trennen (Umschalt+B)</translation>
    </message>
    <message>
        <source>&amp;Delete nodes</source>
        <translation>Knoten &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the selected nodes (Delete)</source>
        <translation>Die ausgewählten Knoten löschen (Entf)</translation>
    </message>
    <message>
        <source>Lines drawn by hand repeat about the middle of the sheet</source>
        <translation>Von Hand gezeichnete Linien wiederholen sich um die Mitte des Blatts</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Draw each line once</source>
        <translation>Jede Linie einmal zeichnen</translation>
    </message>
    <message>
        <source>&amp;Left and right</source>
        <translation>&amp;Links und rechts</translation>
    </message>
    <message>
        <source>Mirror each line on the upright axis of the sheet</source>
        <translation>Jede Linie an der senkrechten Achse des Blatts spiegeln</translation>
    </message>
    <message>
        <source>&amp;Top and bottom</source>
        <translation>&amp;Oben und unten</translation>
    </message>
    <message>
        <source>Mirror each line on the level axis of the sheet</source>
        <translation>Jede Linie an der waagerechten Achse des Blatts spiegeln</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Beide</translation>
    </message>
    <message>
        <source>Mirror each line on both axes of the sheet</source>
        <translation>Jede Linie an beiden Achsen des Blatts spiegeln</translation>
    </message>
    <message>
        <source>{count} times &amp;around</source>
        <translation>{count}-mal &amp;herum</translation>
    </message>
    <message>
        <source>Repeat each line {count} times around the middle</source>
        <translation>Jede Linie {count}-mal um die Mitte wiederholen</translation>
    </message>
    <message>
        <source>S&amp;ymmetry</source>
        <translation>S&amp;ymmetrie</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Symmetrie</translation>
    </message>
    <message>
        <source>Plain ink</source>
        <translation>Einfache Tinte</translation>
    </message>
    <message>
        <source>Pen: {pen}
{tooltip}</source>
        <translation>Stift: {pen}
{tooltip}</translation>
    </message>
    <message>
        <source>name must be one line of 1 to 80 characters</source>
        <translation>name muss eine Zeile von 1 bis 80 Zeichen sein</translation>
    </message>
    <message>
        <source>holders must be a whole number from 1 to 100, not {value}</source>
        <translation>holders muss eine ganze Zahl von 1 bis 100 sein, nicht {value}</translation>
    </message>
    <message>
        <source>{name} must be one of {words}, not {value}</source>
        <translation>{name} muss eines von {words} sein, nicht {value}</translation>
    </message>
    <message>
        <source>{name} must be a number, not {value}</source>
        <translation>{name} muss eine Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>{name} must be at least 0 and at most {high:g}</source>
        <translation>{name} muss mindestens 0 und höchstens {high:g} sein</translation>
    </message>
    <message>
        <source>{name} must be more than {low:g} and at most {high:g}</source>
        <translation>{name} muss mehr als {low:g} und höchstens {high:g} sein</translation>
    </message>
    <message>
        <source>{name} must be two lengths in mm, not {value}</source>
        <translation>{name} muss zwei Längen in mm sein, nicht {value}</translation>
    </message>
    <message>
        <source>the template {name} must be text of at most {most} characters</source>
        <translation>die Vorlage {name} muss Text von höchstens {most} Zeichen sein</translation>
    </message>
    <message>
        <source>the template {name} cannot be read: {error}; double a brace to write one</source>
        <translation>die Vorlage {name} kann nicht gelesen werden: {error}; eine geschweifte Klammer wird verdoppelt</translation>
    </message>
    <message>
        <source>the template {name} has an unknown field {field}: choose from {known}</source>
        <translation>die Vorlage {name} hat ein unbekanntes Feld {field}: wählen Sie aus {known}</translation>
    </message>
    <message>
        <source>the template {name} formats {field} as no number is: leave that out, or write .1f</source>
        <translation>die Vorlage {name} formatiert {field}, wie keine Zahl es ist: lassen Sie das weg, oder schreiben Sie .1f</translation>
    </message>
    <message>
        <source>the machine file {path} cannot be read: {reason}</source>
        <translation>die Maschinendatei {path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{name} is no machine file: it is nested too deeply</source>
        <translation>{name} ist keine Maschinendatei: sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>{name} is no machine file: {reason}</source>
        <translation>{name} ist keine Maschinendatei: {reason}</translation>
    </message>
    <message>
        <source>{name} must say which machine it is like: like = {known}</source>
        <translation>{name} muss sagen, welcher Maschine sie gleicht: like = {known}</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>meinten Sie {near}?</translation>
    </message>
    <message>
        <source>choose from {known}</source>
        <translation>wählen Sie aus {known}</translation>
    </message>
    <message>
        <source>{name} has an unknown field {field}: {hint}</source>
        <translation>{name} hat ein unbekanntes Feld {field}: {hint}</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}: {error}</translation>
    </message>
    <message>
        <source>1 stroke leaves the bed of {bed} mm of {name}: take a smaller page or size, or turn the page</source>
        <translation>1 Strich verlässt die Arbeitsfläche von {bed} mm von {name}: nehmen Sie eine kleinere Seite oder Größe, oder drehen Sie die Seite</translation>
    </message>
    <message>
        <source>{outside} strokes leave the bed of {bed} mm of {name}: take a smaller page or size, or turn the page</source>
        <translation>{outside} Striche verlassen die Arbeitsfläche von {bed} mm von {name}: nehmen Sie eine kleinere Seite oder Größe, oder drehen Sie die Seite</translation>
    </message>
    <message>
        <source>the drawing has {pens} pens, and {name} holds {holders}: take fewer colours, or write a file for each</source>
        <translation>die Zeichnung hat {pens} Stifte, und {name} hält {holders}: nehmen Sie weniger Farben, oder schreiben Sie je eine Datei</translation>
    </message>
    <message>
        <source>the plot has only {passed} strokes: it cannot start from number {first}</source>
        <translation>der Plot hat nur {passed} Striche: er kann nicht bei Nummer {first} beginnen</translation>
    </message>
    <message>
        <source>{name} reads {language}: choose another machine, or that format</source>
        <translation>{name} liest {language}: wählen Sie eine andere Maschine, oder dieses Format</translation>
    </message>
    <message>
        <source>Packed, with its licence.</source>
        <translation>Gepackt, mit seiner Lizenz.</translation>
    </message>
    <message>
        <source>Import a pack…</source>
        <translation>Paket importieren …</translation>
    </message>
    <message>
        <source>Import models that were packed on another machine</source>
        <translation>Modelle importieren, die auf einem anderen Rechner gepackt wurden</translation>
    </message>
    <message>
        <source>Pack…</source>
        <translation>Packen …</translation>
    </message>
    <message>
        <source>Copy the models of this machine into a folder, such as on a memory stick, with their licences</source>
        <translation>Die Modelle dieses Rechners mit ihren Lizenzen in einen Ordner kopieren, etwa auf einen USB-Stick</translation>
    </message>
    <message>
        <source>Import a pack of models</source>
        <translation>Ein Paket von Modellen importieren</translation>
    </message>
    <message>
        <source>Pack the models of this machine into a folder</source>
        <translation>Die Modelle dieses Rechners in einen Ordner packen</translation>
    </message>
    <message>
        <source>Another program is writing to {folder}: try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade in {folder}: versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The runs in {folder} cannot be read or written ({reason}): check the folder and its rights.</source>
        <translation>Die Läufe in {folder} können nicht gelesen oder geschrieben werden ({reason}): prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>The runs in {folder} were written by a newer Taureau: update this one to read them.</source>
        <translation>Die Läufe in {folder} hat ein neueres Taureau geschrieben: aktualisieren Sie dieses, um sie zu lesen.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: make room on it.</source>
        <translation>Der Datenträger von {folder} ist voll: schaffen Sie Platz darauf.</translation>
    </message>
    <message>
        <source>This run is not in the gallery. {error}</source>
        <translation>Dieser Lauf ist nicht in der Galerie. {error}</translation>
    </message>
    <message>
        <source>registration marks are for G-code, HPGL and the plotter profile, and one of {known}</source>
        <translation>Passermarken gibt es für G-Code, HPGL und das Plotter-Profil, und zwar {known}</translation>
    </message>
    <message>
        <source>the registration marks need {lacking:.1f} mm more around the drawing: take larger margins, or a smaller size</source>
        <translation>die Passermarken brauchen {lacking:.1f} mm mehr um die Zeichnung: größere Ränder oder eine kleinere Größe wählen</translation>
    </message>
    <message>
        <source>the registration marks leave the bed of {name}: take a smaller page or size, or turn the page</source>
        <translation>die Passermarken ragen über die Fläche von {name} hinaus: eine kleinere Seite oder Größe wählen oder die Seite drehen</translation>
    </message>
    <message>
        <source>{count} frames of {width} × {height} px are too much for a GIF: make it smaller, or take MP4</source>
        <translation>{count} Bilder von {width} × {height} px sind zu viel für ein GIF: verkleinern, oder MP4 nehmen</translation>
    </message>
    <message>
        <source>only SVG and Lottie can be without paper: leave it out</source>
        <translation>nur SVG und Lottie gehen ohne Papier: weglassen</translation>
    </message>
    <message>
        <source>{frames} frames are too many for {format}, at most {most}: take fewer a second, or MP4 or WebM</source>
        <translation>{frames} Bilder sind zu viele für {format}, höchstens {most}: weniger je Sekunde nehmen, oder MP4 oder WebM</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; names no film: end it with .svg, .gif, .webp, .mp4, .webm or .json (Lottie)</source>
        <translation>„{name}“ nennt keinen Film: mit .svg, .gif, .webp, .mp4, .webm oder .json (Lottie) enden</translation>
    </message>
    <message>
        <source>there is nothing to film: the drawing has no visible stroke</source>
        <translation>es gibt nichts zu filmen: die Zeichnung hat keinen sichtbaren Strich</translation>
    </message>
    <message>
        <source>there is no photo kept with this drawing: name it, or leave the photo out</source>
        <translation>bei dieser Zeichnung ist kein Foto aufbewahrt: nennen oder weglassen</translation>
    </message>
    <message>
        <source>a film of {width} × {height} px has a side beyond {least} to {most}: take another size</source>
        <translation>ein Film von {width} × {height} px hat eine Seite außerhalb von {least} bis {most}: eine andere Größe nehmen</translation>
    </message>
    <message>
        <source>this PyAV has no encoder for {kind}: take another format</source>
        <translation>dieses PyAV hat keinen Encoder für {kind}: ein anderes Format nehmen</translation>
    </message>
    <message>
        <source>This job cannot be read: {error}</source>
        <translation>Dieser Auftrag ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>{photo} is not there: bring it back, then retry.</source>
        <translation>{photo} ist nicht da: Stellen Sie es wieder her, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The program ended {count} times while drawing it: retry it alone.</source>
        <translation>Das Programm ist {count}-mal beim Zeichnen davon beendet worden: Versuchen Sie es allein erneut.</translation>
    </message>
    <message>
        <source>Is there a &amp;newer version?</source>
        <translation>Gibt es eine &amp;neuere Version?</translation>
    </message>
    <message>
        <source>Open the page of all versions in the browser; Taureau itself never asks</source>
        <translation>Die Seite mit allen Versionen im Browser öffnen; Taureau selbst fragt nie nach</translation>
    </message>
    <message>
        <source>there is no drawing to export yet: draw one first</source>
        <translation>es gibt noch keine Zeichnung zu exportieren: zeichnen Sie erst eine</translation>
    </message>
    <message>
        <source>{name} is the drawing itself: choose another name</source>
        <translation>{name} ist die Zeichnung selbst: wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>Pen {number} of {len}: {name}</source>
        <translation>Stift {number} von {len}: {name}</translation>
    </message>
    <message>
        <source>Movements, for plotters and lasers with GRBL</source>
        <translation>Bewegungen, für Plotter und Laser mit GRBL</translation>
    </message>
    <message>
        <source>Movements, for plotters of Hewlett-Packard and those that understand them</source>
        <translation>Bewegungen, für Plotter von Hewlett-Packard und solche, die deren Sprache verstehen</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>Breite der Seite</translation>
    </message>
    <message>
        <source>Height of the page</source>
        <translation>Höhe der Seite</translation>
    </message>
    <message>
        <source>PAGE</source>
        <translation>SEITE</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>All pens in one file; the machine pauses between two, or changes them</source>
        <translation>Alle Stifte in einer Datei; die Maschine hält zwischen zweien an, oder wechselt sie</translation>
    </message>
    <message>
        <source>A file each</source>
        <translation>Je eine Datei</translation>
    </message>
    <message>
        <source>A file for each pen, all with the same page, so that they align</source>
        <translation>Eine Datei für jeden Stift, alle mit derselben Seite, sodass sie aufeinander passen</translation>
    </message>
    <message>
        <source>From stroke</source>
        <translation>Ab Strich</translation>
    </message>
    <message>
        <source>Goes on with a plot that was interrupted: leaves out what was plotted before this stroke</source>
        <translation>Setzt einen unterbrochenen Plot fort: lässt weg, was vor diesem Strich geplottet wurde</translation>
    </message>
    <message>
        <source>PEN AND MACHINE</source>
        <translation>STIFT UND MASCHINE</translation>
    </message>
    <message>
        <source>A pen for each colour and width</source>
        <translation>Ein Stift je Farbe und Breite</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Whose bed is kept to, whose commands are written and whose time is told</source>
        <translation>Deren Arbeitsfläche eingehalten, deren Befehle geschrieben und deren Zeit genannt wird</translation>
    </message>
    <message>
        <source>Take a machine file of your own (.toml)</source>
        <translation>Eine eigene Maschinendatei nehmen (.toml)</translation>
    </message>
    <message>
        <source>Width of the bed</source>
        <translation>Breite der Arbeitsfläche</translation>
    </message>
    <message>
        <source>Height of the bed</source>
        <translation>Höhe der Arbeitsfläche</translation>
    </message>
    <message>
        <source>How far the machine moves; what would leave its bed is not written</source>
        <translation>Wie weit die Maschine sich bewegt; was die Arbeitsfläche verließe, wird nicht geschrieben</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Nullpunkt</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>The machine counts from this corner of the page</source>
        <translation>Die Maschine zählt von dieser Ecke der Seite an</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>By how much straight pieces may differ from the curves, up to 1 mm</source>
        <translation>Um wie viel gerade Stücke von den Kurven abweichen dürfen, bis 1 mm</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Any plotter</source>
        <translation>Jeder Plotter</translation>
    </message>
    <message>
        <source>Choose a machine file</source>
        <translation>Eine Maschinendatei wählen</translation>
    </message>
    <message>
        <source>Machine files (*.toml)</source>
        <translation>Maschinendateien (*.toml)</translation>
    </message>
    <message>
        <source>Time of the plot</source>
        <translation>Zeit des Plots</translation>
    </message>
    <message>
        <source>The moment of the plot that is shown; marks are where the pen is changed</source>
        <translation>Der gezeigte Augenblick des Plots; Striche, wo der Stift gewechselt wird</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>See the pen move as the machine will move it</source>
        <translation>Den Stift sich bewegen sehen, wie die Maschine ihn bewegen wird</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many times as fast as the machine; ×1 is its true speed</source>
        <translation>Wie viel Mal so schnell wie die Maschine; ×1 ist ihr wahres Tempo</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>ERGEBNIS</translation>
    </message>
    <message>
        <source>About {duration}</source>
        <translation>Etwa {duration}</translation>
    </message>
    <message>
        <source>By the speeds of {machine}, without the time to change pens</source>
        <translation>Nach den Geschwindigkeiten von {machine}, ohne die Zeit für Stiftwechsel</translation>
    </message>
    <message numerus="yes">
        <source>%n pen-down(s)</source>
        <translation>
            <numerusform>%n Absenkung</numerusform>
            <numerusform>%n Absenkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{way} drawn</source>
        <translation>{way} gezeichnet</translation>
    </message>
    <message>
        <source>{way} lifted</source>
        <translation>{way} angehoben</translation>
    </message>
    <message>
        <source>Ordering strokes: {share:.0%}</source>
        <translation>Striche ordnen: {share:.0%}</translation>
    </message>
    <message numerus="yes">
        <source>%n more pen(s)</source>
        <translation>
            <numerusform>%n weiterer Stift</numerusform>
            <numerusform>%n weitere Stifte</numerusform>
        </translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Speed: 1× is that of a hand</source>
        <translation>Tempo: 1× ist das einer Hand</translation>
    </message>
    <message>
        <source>Pause at the strokes shown</source>
        <translation>Bei den gezeigten Strichen anhalten</translation>
    </message>
    <message>
        <source>Play: see the drawing drawn, stroke by stroke</source>
        <translation>Abspielen: sehen, wie die Zeichnung gezeichnet wird, Strich für Strich</translation>
    </message>
    <message>
        <source>hatching of areas is for G-code, HPGL and the plotter profile</source>
        <translation>Schraffierte Flächen gibt es für G-Code, HPGL und das Plotter-Profil</translation>
    </message>
    <message>
        <source>a spacing of the hatching is for areas that are hatched: choose both</source>
        <translation>ein Abstand der Schraffur gilt für schraffierte Flächen: wählen Sie beides</translation>
    </message>
    <message>
        <source>there is nothing to hatch: no visible layer has a filled area</source>
        <translation>es gibt nichts zu schraffieren: keine sichtbare Ebene hat eine gefüllte Fläche</translation>
    </message>
    <message>
        <source>the lines of the hatching would be nearer than the pen is wide: take more spacing</source>
        <translation>die Linien der Schraffur wären enger, als der Stift breit ist: nehmen Sie mehr Abstand</translation>
    </message>
    <message>
        <source>There is not enough memory for this film: take a smaller size.</source>
        <translation>Für diesen Film reicht der Speicher nicht: eine kleinere Größe nehmen.</translation>
    </message>
    <message>
        <source>Exported {name}: {size}, {seconds:.1f} s.</source>
        <translation>{name} exportiert: {size}, {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>there is no drawing to film yet: draw one first</source>
        <translation>es gibt noch keine Zeichnung zu filmen: zuerst eine zeichnen</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Film exportieren</translation>
    </message>
    <message>
        <source>The file&apos;s name; its ending follows the format</source>
        <translation>Der Name der Datei; die Endung folgt dem Format</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>Fortschritt des Films</translation>
    </message>
    <message>
        <source>Write the film (Enter)</source>
        <translation>Den Film schreiben (Enter)</translation>
    </message>
    <message>
        <source>Stop; what was there before stays (Esc)</source>
        <translation>Abbrechen; was vorher da war, bleibt (Esc)</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} s</translation>
    </message>
    <message>
        <source>A film of {counted}, {seconds:.1f} s</source>
        <translation>Ein Film von {counted}, {seconds:.1f} s</translation>
    </message>
    <message>
        <source>there is no photo in {name}</source>
        <translation>in {name} ist kein Foto</translation>
    </message>
    <message numerus="yes">
        <source>The queue is done: %n drawing(s).</source>
        <translation>
            <numerusform>Die Warteschlange ist fertig: %n Zeichnung.</numerusform>
            <numerusform>Die Warteschlange ist fertig: %n Zeichnungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: the queue says why.</source>
        <translation>
            <numerusform>%n ist misslungen: die Warteschlange sagt, warum.</numerusform>
            <numerusform>%n sind misslungen: die Warteschlange sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue: {problem}</source>
        <translation>Die Warteschlange: {problem}</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>schraffiert</translation>
    </message>
    <message>
        <source>cross-hatched</source>
        <translation>kreuzschraffiert</translation>
    </message>
    <message>
        <source>hatched along the form</source>
        <translation>der Form nach schraffiert</translation>
    </message>
    <message>
        <source>stippled</source>
        <translation>punktiert</translation>
    </message>
    <message>
        <source>as many strokes as it takes</source>
        <translation>so viele Striche wie nötig</translation>
    </message>
    <message>
        <source>up to {counted}</source>
        <translation>bis zu {counted}</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>in Farbe</translation>
    </message>
    <message>
        <source>as one line</source>
        <translation>als eine Linie</translation>
    </message>
    <message>
        <source>as few lines</source>
        <translation>als wenige Linien</translation>
    </message>
    <message>
        <source>the whole photo</source>
        <translation>das ganze Foto</translation>
    </message>
    <message>
        <source>usual settings</source>
        <translation>übliche Einstellungen</translation>
    </message>
    <message>
        <source>drawn by another program</source>
        <translation>wird von einem anderen Programm gezeichnet</translation>
    </message>
    <message>
        <source>{drawn} in {seconds} s</source>
        <translation>{drawn} in {seconds} s</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>waits: the file is still being written</source>
        <translation>wartet: Die Datei wird noch geschrieben</translation>
    </message>
    <message>
        <source>waits for the model {name}</source>
        <translation>wartet auf das Modell {name}</translation>
    </message>
    <message>
        <source>waits: its folder is not there</source>
        <translation>wartet: Der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>waits: the disk is full</source>
        <translation>wartet: Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>GRBL pen plotter with a servo</source>
        <translation>GRBL-Stiftplotter mit Servo</translation>
    </message>
    <message>
        <source>GRBL 3018 with a laser</source>
        <translation>GRBL 3018 mit Laser</translation>
    </message>
    <message>
        <source>Send to &amp;queue</source>
        <translation>In die &amp;Warteschlange</translation>
    </message>
    <message>
        <source>Draw this photo, or these words, with these settings later, in the queue</source>
        <translation>Dieses Foto oder diese Worte mit diesen Einstellungen später in der Warteschlange zeichnen</translation>
    </message>
    <message>
        <source>&amp;Queue…</source>
        <translation>&amp;Warteschlange…</translation>
    </message>
    <message>
        <source>Photos and words that are drawn one after another; a folder can feed it</source>
        <translation>Fotos und Worte, die nacheinander gezeichnet werden; ein Ordner kann sie füllen</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>is being drawn</source>
        <translation>wird gezeichnet</translation>
    </message>
    <message>
        <source>“{name}” waits in the queue.</source>
        <translation>„{name}“ wartet in der Warteschlange.</translation>
    </message>
    <message>
        <source>Jobs of the queue</source>
        <translation>Aufträge der Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the drawing in the window (Enter)</source>
        <translation>Die Zeichnung im Fenster öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ihren Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Let it wait for its turn again (R)</source>
        <translation>Wieder einreihen (R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>Do not draw it; the row stays (C)</source>
        <translation>Nicht zeichnen; die Zeile bleibt (C)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Take it off the list; results stay (Del)</source>
        <translation>Von der Liste nehmen; Ergebnisse bleiben (Entf)</translation>
    </message>
    <message>
        <source>Draw &amp;earlier</source>
        <translation>&amp;Früher zeichnen</translation>
    </message>
    <message>
        <source>One place up (Alt+↑)</source>
        <translation>Einen Platz nach oben (Alt+↑)</translation>
    </message>
    <message>
        <source>Draw &amp;later</source>
        <translation>&amp;Später zeichnen</translation>
    </message>
    <message>
        <source>One place down (Alt+↓)</source>
        <translation>Einen Platz nach unten (Alt+↓)</translation>
    </message>
    <message>
        <source>The photo was replaced while it waited; the new one is drawn.</source>
        <translation>Das Foto wurde ersetzt, während es wartete; das neue wird gezeichnet.</translation>
    </message>
    <message>
        <source>“{prompt}” · {settings}</source>
        <translation>„{prompt}“ · {settings}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Words to add to the queue</source>
        <translation>Worte für die Warteschlange</translation>
    </message>
    <message>
        <source>Words to add to the queue; Enter adds them</source>
        <translation>Worte für die Warteschlange; die Eingabetaste fügt sie hinzu</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Fotos hinzufügen…</translation>
    </message>
    <message>
        <source>Add photos, in any number (Ctrl+O)</source>
        <translation>Beliebig viele Fotos hinzufügen (Strg+O)</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add the photos of a folder and of those in it</source>
        <translation>Die Fotos eines Ordners und der Ordner darin hinzufügen</translation>
    </message>
    <message>
        <source>Drawn with</source>
        <translation>Gezeichnet mit</translation>
    </message>
    <message>
        <source>The settings for what is added from now on</source>
        <translation>Die Einstellungen für das, was von nun an hinzukommt</translation>
    </message>
    <message>
        <source>Choose the folder of the results</source>
        <translation>Den Ordner der Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Drop photos, folders or lines of text here. They are drawn one after another, also after a restart.</source>
        <translation>Ziehen Sie Fotos, Ordner oder Textzeilen hierher. Sie werden nacheinander gezeichnet, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Take what is drawn off the list; results stay</source>
        <translation>Gezeichnetes von der Liste nehmen; Ergebnisse bleiben</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Draw nothing of what waits or is being drawn</source>
        <translation>Nichts zeichnen von dem, was wartet oder gezeichnet wird</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Wie im Fenster</translation>
    </message>
    <message>
        <source>Results go to {folder}</source>
        <translation>Ergebnisse kommen nach {folder}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Draw what waits</source>
        <translation>Zeichnen, was wartet</translation>
    </message>
    <message>
        <source>Begin no further drawing; the one being made is finished</source>
        <translation>Keine weitere Zeichnung beginnen; die jetzige wird beendet</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <source>Stop watching {name}</source>
        <translation>{name} nicht mehr überwachen</translation>
    </message>
    <message>
        <source>Draw each photo that arrives in a folder from now on</source>
        <translation>Jedes Foto zeichnen, das von nun an in einem Ordner ankommt</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n misslungen</numerusform>
            <numerusform>%n misslungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Die Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>The folder of the results</source>
        <translation>Der Ordner der Ergebnisse</translation>
    </message>
    <message>
        <source>The folder to watch</source>
        <translation>Der Ordner, der überwacht wird</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Die Warteschlange zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Queue paused: %n left</source>
        <translation>
            <numerusform>Warteschlange angehalten: noch %n</numerusform>
            <numerusform>Warteschlange angehalten: noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue: %n left</source>
        <translation>
            <numerusform>Warteschlange: noch %n</numerusform>
            <numerusform>Warteschlange: noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{unseen} not plotted: areas or invisible</source>
        <translation>{unseen} nicht geplottet: Flächen oder unsichtbar</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>&amp;Galerie …</translation>
    </message>
    <message>
        <source>Every run that was kept: search, compare, open, use its settings again</source>
        <translation>Jeder aufbewahrte Lauf: suchen, vergleichen, öffnen, seine Einstellungen wieder verwenden</translation>
    </message>
    <message>
        <source>Use its &amp;settings</source>
        <translation>&amp;Einstellungen verwenden</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Two selected drawings, with a line between them to drag</source>
        <translation>Zwei ausgewählte Zeichnungen, mit einer Linie dazwischen zum Ziehen</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Das zuletzt Gelöschte zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n drawing(s).</source>
        <translation>
            <numerusform>%n Zeichnung gelöscht.</numerusform>
            <numerusform>%n Zeichnungen gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep every run in the gallery</source>
        <translation>Jeden Lauf in der Galerie aufbewahren</translation>
    </message>
    <message>
        <source>Those of the window, the queue and the command line</source>
        <translation>Die des Fensters, der Warteschlange und der Befehlszeile</translation>
    </message>
    <message>
        <source>Drawings at most</source>
        <translation>Zeichnungen höchstens</translation>
    </message>
    <message>
        <source>Beyond it the oldest are deleted, but no favourites and none with notes</source>
        <translation>Darüber hinaus werden die ältesten gelöscht, aber keine Favoriten und keine mit Notizen</translation>
    </message>
    <message>
        <source>The list of the gallery was damaged.</source>
        <translation>Das Verzeichnis der Galerie war beschädigt.</translation>
    </message>
    <message>
        <source>It was set aside as {name} and made anew from the drawings’ own files.</source>
        <translation>Es wurde als {name} beiseitegelegt und aus den Dateien der Zeichnungen neu erstellt.</translation>
    </message>
    <message>
        <source>The choice cannot be stored.</source>
        <translation>Die Wahl kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The drawing itself is as it was.</source>
        <translation>Die Zeichnung selbst ist, wie sie war.</translation>
    </message>
    <message>
        <source>Line between two drawings</source>
        <translation>Linie zwischen zwei Zeichnungen</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys</source>
        <translation>Die Linie ziehen oder mit den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>Die Zeichnung</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Das Foto</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the drawing, with its photo (Enter)</source>
        <translation>Die Zeichnung mit ihrem Foto öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Set the draw panel as it was for this drawing</source>
        <translation>Das Zeichenfeld so einstellen wie für diese Zeichnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>{counted}, stopped</source>
        <translation>{counted}, angehalten</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>stopped before it was finished</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Of photos</source>
        <translation>Von Fotos</translation>
    </message>
    <message>
        <source>Of words</source>
        <translation>Von Worten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Search in names, words and notes</source>
        <translation>In Namen, Worten und Notizen suchen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Which drawings are listed</source>
        <translation>Welche Zeichnungen aufgeführt sind</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Since when they were drawn</source>
        <translation>Seit wann sie gezeichnet wurden</translation>
    </message>
    <message>
        <source>Favourites alone</source>
        <translation>Nur Favoriten</translation>
    </message>
    <message>
        <source>Every run leaves its drawing here. Draw something, and it appears.</source>
        <translation>Jeder Lauf hinterlässt hier seine Zeichnung. Zeichnen Sie etwas, und sie erscheint.</translation>
    </message>
    <message>
        <source>Runs are not kept: switch that on in the preferences, under Files.</source>
        <translation>Läufe werden nicht aufbewahrt: schalten Sie das in den Einstellungen unter Dateien ein.</translation>
    </message>
    <message>
        <source>No drawing matches what you look for.</source>
        <translation>Keine Zeichnung passt zu dem, was Sie suchen.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s)</source>
        <translation>
            <numerusform>%n Zeichnung</numerusform>
            <numerusform>%n Zeichnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The photo of {name} is gone or has changed, so the drawing is open without it.</source>
        <translation>Das Foto von {name} fehlt oder hat sich geändert, deshalb ist die Zeichnung ohne es geöffnet.</translation>
    </message>
    <message>
        <source>“Open photo beneath the drawing” opens it from another place.</source>
        <translation>„Foto unter der Zeichnung öffnen“ öffnet es von einem anderen Ort.</translation>
    </message>
    <message>
        <source>The settings are as they were for that drawing.</source>
        <translation>Die Einstellungen sind wie für jene Zeichnung.</translation>
    </message>
    <message>
        <source>Send to the &amp;queue again</source>
        <translation>Wieder in die &amp;Warteschlange</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) sent to the queue.</source>
        <translation>
            <numerusform>%n Zeichnung in die Warteschlange geschickt.</numerusform>
            <numerusform>%n Zeichnungen in die Warteschlange geschickt.</numerusform>
        </translation>
    </message>
    <message>
        <source>How this was drawn is not known, so it cannot be drawn again.</source>
        <translation>Wie das gezeichnet wurde, ist nicht bekannt, deshalb kann es nicht noch einmal gezeichnet werden.</translation>
    </message>
    <message>
        <source>&amp;One line…</source>
        <translation>&amp;Eine Linie…</translation>
    </message>
    <message>
        <source>Join all strokes into one line, drawn without lifting the pen, or into few; shown before it is done</source>
        <translation>Alle Striche zu einer Linie verbinden, ohne den Stift abzusetzen, oder zu wenigen; vorher gezeigt</translation>
    </message>
    <message>
        <source>Prune, merge or join nothing</source>
        <translation>Nichts ausdünnen, verbinden oder in einer Linie zeichnen</translation>
    </message>
    <message>
        <source>join the lines</source>
        <translation>Linien verbinden</translation>
    </message>
    <message>
        <source>Joining the lines</source>
        <translation>Die Linien werden verbunden</translation>
    </message>
    <message>
        <source>{strokes} would become one line</source>
        <translation>{strokes} würden eine Linie</translation>
    </message>
    <message>
        <source>{strokes} would become {lines} lines</source>
        <translation>{strokes} würden {lines} Linien</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Linie</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>From faithful, every stroke where it is, to flowing, corners rounded and little drawn twice</source>
        <translation>Von getreu, jeder Strich wo er ist, bis fließend, Ecken gerundet und wenig doppelt gezogen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Into how many lines at most: so often the pen goes down</source>
        <translation>Zu höchstens wie vielen Linien: so oft setzt der Stift auf</translation>
    </message>
    <message>
        <source>Save as a &amp;file…</source>
        <translation>Als &amp;Datei sichern…</translation>
    </message>
    <message>
        <source>A file of these settings, for `taureau batch`</source>
        <translation>Eine Datei mit diesen Einstellungen, für `taureau batch`</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Set the panel as a preset file says</source>
        <translation>Das Feld nach einer Vorgabendatei einstellen</translation>
    </message>
    <message>
        <source>Open a preset file</source>
        <translation>Eine Vorgabendatei öffnen</translation>
    </message>
    <message>
        <source>Preset files (*.json)</source>
        <translation>Vorgabendateien (*.json)</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Die Einstellungen sichern</translation>
    </message>
    <message>
        <source>Preset file</source>
        <translation>Vorgabendatei</translation>
    </message>
    <message>
        <source>MP4 and WebM need PyAV: {how}, or name the film .webp or .gif</source>
        <translation>MP4 und WebM brauchen PyAV: {how}, oder den Film .webp oder .gif nennen</translation>
    </message>
    <message>
        <source>it is not in this bundle, but in a copy that `pip install &apos;taureau[{extra}]&apos;` makes</source>
        <translation>es fehlt in diesem Paket und ist in einer Kopie, die `pip install &apos;taureau[{extra}]&apos;` anlegt</translation>
    </message>
    <message>
        <source>install it by `pip install &apos;taureau[{extra}]&apos;`</source>
        <translation>mit `pip install &apos;taureau[{extra}]&apos;` installieren</translation>
    </message>
    <message>
        <source>Lay a line between them to drag (Ctrl+D)</source>
        <translation>Eine Linie dazwischenlegen, die sich ziehen lässt (Strg+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) selected</source>
        <translation>
            <numerusform>%n Zeichnung ausgewählt</numerusform>
            <numerusform>%n Zeichnungen ausgewählt</numerusform>
        </translation>
    </message>
</context>
</TS>
