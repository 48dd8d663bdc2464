<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Turns a photo into a drawing of few, editable Bézier strokes, on your own machine. It is named after Picasso’s Le Taureau, the bull that loses a line with every print.</source>
        <translation>Change une photo en un dessin de quelques traits de Bézier modifiables, sur votre machine. Nommé d’après Le Taureau de Picasso, qui perd une ligne à chaque état.</translation>
    </message>
    <message>
        <source>The method builds on CLIPasso (Vinker and others, 2022) and CLIP (Radford and others, 2021). The built-in encoder is EfficientNet-Lite0. Icons: Lucide, ISC.</source>
        <translation>La méthode s’appuie sur CLIPasso (Vinker et autres, 2022) et CLIP (Radford et autres, 2021). L’encodeur intégré est EfficientNet-Lite0. Icônes : Lucide, ISC.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Nothing is sent anywhere; models are fetched only when you ask for one.</source>
        <translation>Licence Apache 2.0. Rien n’est envoyé nulle part ; les modèles ne se téléchargent qu’à votre demande.</translation>
    </message>
    <message>
        <source>About Taureau</source>
        <translation>À propos de Taureau</translation>
    </message>
    <message>
        <source>A bull of five strokes</source>
        <translation>Un taureau de cinq traits</translation>
    </message>
    <message>
        <source>Taureau {VERSION}</source>
        <translation>Taureau {VERSION}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>The file&apos;s name; its ending follows the format, and typing another one chooses that</source>
        <translation>Le nom du fichier ; sa fin suit le format, et en écrire une autre choisit celui-là</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Back to what an export is before anything is chosen</source>
        <translation>Revenir à ce qu’est un export avant tout choix</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Write nothing; the choices are remembered (Esc)</source>
        <translation>Ne rien écrire ; les choix sont retenus (Échap)</translation>
    </message>
    <message>
        <source>Write what the preview shows (Enter)</source>
        <translation>Écrire ce que montre l’aperçu (Entrée)</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Dossier : {folder}</translation>
    </message>
    <message>
        <source>{folder}
Click to choose another folder</source>
        <translation>{folder}
Cliquez pour choisir un autre dossier</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Exporter dans un dossier</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>replaces {name}</source>
        <translation>remplace {name}</translation>
    </message>
    <message>
        <source>replaces {len} files</source>
        <translation>remplace {len} fichiers</translation>
    </message>
    <message>
        <source>{over} over the edge of the page</source>
        <translation>{over} au-delà du bord de la page</translation>
    </message>
    <message>
        <source>Close this page (Esc)</source>
        <translation>Fermer cette page (Échap)</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What to do: a few letters are enough</source>
        <translation>Que faire : quelques lettres suffisent</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Aucune commande n’a ce nom.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>What someone who helps you may ask for. Read it before you pass it on: nothing is sent anywhere, and nothing of your photos and drawings is in it.</source>
        <translation>Ce que peut demander qui vous aide. Lisez-le avant de le transmettre : rien n’est envoyé nulle part, et rien de vos photos et dessins n’y est.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the report to the clipboard</source>
        <translation>Copier le rapport dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoomer au curseur</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Move the sheet</source>
        <translation>Déplacer la feuille</translation>
    </message>
    <message>
        <source>Space, or middle button, and drag</source>
        <translation>Espace, ou bouton du milieu, et glisser</translation>
    </message>
    <message>
        <source>Leave it as before the press</source>
        <translation>Le laisser comme avant l’appui</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Scale in proportion, turn in steps</source>
        <translation>Échelle proportionnelle, rotation par paliers</translation>
    </message>
    <message>
        <source>Ctrl, while dragging</source>
        <translation>Ctrl, en glissant</translation>
    </message>
    <message>
        <source>Do not snap</source>
        <translation>Ne pas aimanter</translation>
    </message>
    <message>
        <source>Alt, while dragging</source>
        <translation>Alt, en glissant</translation>
    </message>
    <message>
        <source>Zoom, or move the sheet, by touch</source>
        <translation>Zoomer, ou déplacer la feuille, au toucher</translation>
    </message>
    <message>
        <source>Two fingers, or one</source>
        <translation>Deux doigts, ou un</translation>
    </message>
    <message>
        <source>Go into a group, take one line of it</source>
        <translation>Entrer dans un groupe, en prendre une ligne</translation>
    </message>
    <message>
        <source>Double-click, Ctrl+click</source>
        <translation>Double-clic, Ctrl+clic</translation>
    </message>
    <message>
        <source>Drag what is selected into another program</source>
        <translation>Glisser la sélection dans un autre logiciel</translation>
    </message>
    <message>
        <source>Ctrl+Alt, while dragging</source>
        <translation>Ctrl+Alt, en glissant</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Ce qu’on peut faire ici</translation>
    </message>
    <message>
        <source>Right click, or the menu key</source>
        <translation>Clic droit, ou la touche menu</translation>
    </message>
    <message>
        <source>Move what is selected, 1 or 10 px</source>
        <translation>Déplacer la sélection de 1 ou 10 px</translation>
    </message>
    <message>
        <source>Arrow keys, with Shift</source>
        <translation>Flèches, avec Maj</translation>
    </message>
    <message>
        <source>Make nodes smooth, or corners</source>
        <translation>Rendre les nœuds lisses ou angulaires</translation>
    </message>
    <message>
        <source>Shift+S, Shift+C</source>
        <translation>Maj+S, Maj+C</translation>
    </message>
    <message>
        <source>Cut a line at nodes, join two ends</source>
        <translation>Couper une ligne aux nœuds, joindre deux bouts</translation>
    </message>
    <message>
        <source>Shift+B, Shift+J</source>
        <translation>Maj+B, Maj+J</translation>
    </message>
    <message>
        <source>Back to a control&apos;s default</source>
        <translation>Revenir à la valeur par défaut</translation>
    </message>
    <message>
        <source>Ctrl+Backspace, or double-click its name</source>
        <translation>Ctrl+Retour arrière, ou double-clic sur le nom</translation>
    </message>
    <message>
        <source>From control to control</source>
        <translation>D’un contrôle à l’autre</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Maj+Tab</translation>
    </message>
    <message>
        <source>Hide or show the panels</source>
        <translation>Cacher ou montrer les panneaux</translation>
    </message>
    <message>
        <source>Tab, once the sheet was clicked</source>
        <translation>Tab, après un clic sur la feuille</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Shortcuts by menu</source>
        <translation>Raccourcis par menu</translation>
    </message>
    <message>
        <source>Open a photo or a drawing</source>
        <translation>Ouvrir une photo ou un dessin</translation>
    </message>
    <message>
        <source>Draw without this photo; the drawing stays</source>
        <translation>Dessiner sans cette photo ; le dessin reste</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Find the subject and leave its background undrawn</source>
        <translation>Trouver le sujet et laisser son fond de côté</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Click or paint what is to be drawn</source>
        <translation>Cliquer ou peindre ce qu’il faut dessiner</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Draw everything, background included</source>
        <translation>Tout dessiner, le fond compris</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>SOURCE</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Pas encore de photo</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>Drop or open one</source>
        <translation>Ouvrez-en une</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>&amp;Dessin</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Begin with an empty window</source>
        <translation>Commencer avec une fenêtre vide</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open photo &amp;beneath the drawing…</source>
        <translation>Ouvrir la photo so&amp;us le dessin…</translation>
    </message>
    <message>
        <source>Open the photo that a drawing from a file was made from, to continue the drawing</source>
        <translation>Ouvrir la photo d’après laquelle le dessin d’un fichier a été fait, pour le continuer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Re&amp;vert to the file</source>
        <translation>Re&amp;venir au fichier</translation>
    </message>
    <message>
        <source>Go back to what was saved; undo brings back what you have now</source>
        <translation>Revenir à ce qui a été enregistré ; annuler ramène ce que vous avez maintenant</translation>
    </message>
    <message>
        <source>Keep the &amp;photo in saved drawings</source>
        <translation>Garder la &amp;photo dans les dessins enregistrés</translation>
    </message>
    <message>
        <source>So that a drawing opened later can be continued; exports never contain it</source>
        <translation>Pour pouvoir continuer un dessin rouvert plus tard ; les exports ne la contiennent jamais</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Write the drawing for other programs, for print, or for a plotter</source>
        <translation>Écrire le dessin pour d’autres logiciels, pour imprimer ou pour un traceur</translation>
    </message>
    <message>
        <source>Export fil&amp;m…</source>
        <translation>Exporter un fil&amp;m…</translation>
    </message>
    <message>
        <source>Write how the drawing came to be, stroke by stroke: SVG, WebP, GIF, video, Lottie</source>
        <translation>Enregistrer comment le dessin est né, trait par trait : SVG, WebP, GIF, vidéo, Lottie</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>See the drawing on its page, then print it, in lines; true to size or fitted</source>
        <translation>Voir le dessin sur sa page, puis l’imprimer, en lignes ; en vraie grandeur ou ajusté</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>Take the selected strokes out of the drawing and onto the clipboard</source>
        <translation>Ôter du dessin les traits sélectionnés et les mettre dans le presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Put the selected strokes onto the clipboard, as SVG that other programs take</source>
        <translation>Mettre les traits sélectionnés dans le presse-papiers, en SVG que prennent d’autres logiciels</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Strokes from here or another program, or a picture to draw</source>
        <translation>Des traits d’ici ou d’un autre logiciel, ou une image à dessiner</translation>
    </message>
    <message>
        <source>Select &amp;next stroke</source>
        <translation>Sélectionner le trait &amp;suivant</translation>
    </message>
    <message>
        <source>Select pre&amp;vious stroke</source>
        <translation>Sélectionner le trait &amp;précédent</translation>
    </message>
    <message>
        <source>Select &amp;all strokes</source>
        <translation>Sélectionner &amp;tous les traits</translation>
    </message>
    <message>
        <source>&amp;Invert the selection</source>
        <translation>&amp;Inverser la sélection</translation>
    </message>
    <message>
        <source>Select n&amp;othing</source>
        <translation>Ne &amp;rien sélectionner</translation>
    </message>
    <message>
        <source>Select &amp;similar</source>
        <translation>Sélectionner les &amp;semblables</translation>
    </message>
    <message>
        <source>Of the same &amp;colour</source>
        <translation>De même &amp;couleur</translation>
    </message>
    <message>
        <source>Of the same &amp;width</source>
        <translation>De même é&amp;paisseur</translation>
    </message>
    <message>
        <source>Of the same &amp;pen</source>
        <translation>Du même s&amp;tylo</translation>
    </message>
    <message>
        <source>On the same &amp;layer</source>
        <translation>Sur le même ca&amp;lque</translation>
    </message>
    <message>
        <source>Select all strokes that have the {respect} of a selected one</source>
        <translation>Sélectionner tous les traits semblables à un trait sélectionné par : {respect}</translation>
    </message>
    <message>
        <source>Take the selected strokes out of the drawing</source>
        <translation>Ôter du dessin les traits sélectionnés</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>&amp;Figer</translation>
    </message>
    <message>
        <source>&amp;Keep the strokes shown</source>
        <translation>&amp;Garder les traits montrés</translation>
    </message>
    <message>
        <source>Take the strokes out of the drawing that the slider below hides</source>
        <translation>Ôter du dessin les traits que le curseur du bas cache</translation>
    </message>
    <message>
        <source>P&amp;rune…</source>
        <translation>É&amp;laguer…</translation>
    </message>
    <message>
        <source>Find the strokes that the drawing can do without; nothing is removed before you confirm</source>
        <translation>Trouver les traits dont le dessin peut se passer ; rien n’est ôté avant confirmation</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>Fu&amp;sionner…</translation>
    </message>
    <message>
        <source>Find strokes that continue each other, to make them one; shown before it is done</source>
        <translation>Trouver des traits qui se prolongent, pour n’en faire qu’un ; montré avant</translation>
    </message>
    <message>
        <source>L&amp;eave it as it is</source>
        <translation>&amp;Laisser tel quel</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>Units, colours, snapping, grid, touch and files</source>
        <translation>Unités, couleurs, aimant, grille, toucher et fichiers</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Recommencer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>Arrêter et &amp;garder</translation>
    </message>
    <message>
        <source>Stop and d&amp;iscard</source>
        <translation>Arrêter et a&amp;bandonner</translation>
    </message>
    <message>
        <source>&amp;Imagine…</source>
        <translation>&amp;Imaginer…</translation>
    </message>
    <message>
        <source>Pictures of words, variations, blends, changes by words; each can be drawn</source>
        <translation>Images de mots, variations, fondus, changements par des mots ; chacune peut se dessiner</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message>
        <source>What there is to draw with: fetch, import, verify, remove</source>
        <translation>Ce avec quoi dessiner : télécharger, importer, vérifier, supprimer</translation>
    </message>
    <message>
        <source>&amp;Play the drawing</source>
        <translation>&amp;Rejouer le dessin</translation>
    </message>
    <message>
        <source>See the drawing drawn, stroke by stroke, from the strokes shown on</source>
        <translation>Voir le dessin se tracer, trait par trait, à partir des traits affichés</translation>
    </message>
    <message>
        <source>S&amp;top playing</source>
        <translation>Arrê&amp;ter la lecture</translation>
    </message>
    <message>
        <source>Show the whole drawing again</source>
        <translation>Afficher de nouveau tout le dessin</translation>
    </message>
    <message>
        <source>Show &amp;all strokes</source>
        <translation>Montrer &amp;tous les traits</translation>
    </message>
    <message>
        <source>Show the whole drawing again, not only its first strokes</source>
        <translation>Montrer à nouveau tout le dessin, pas seulement ses premiers traits</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation>A&amp;juster à la fenêtre</translation>
    </message>
    <message>
        <source>Zoom to the s&amp;election</source>
        <translation>Zoomer sur la &amp;sélection</translation>
    </message>
    <message>
        <source>Show what is selected as large as possible</source>
        <translation>Montrer la sélection aussi grande que possible</translation>
    </message>
    <message>
        <source>Zoom to the dra&amp;wing</source>
        <translation>Zoomer sur le &amp;dessin</translation>
    </message>
    <message>
        <source>Show all strokes as large as possible, without the empty edges of the sheet</source>
        <translation>Montrer tous les traits aussi grands que possible, sans les bords vides de la feuille</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Règles</translation>
    </message>
    <message>
        <source>Rulers at the edges of the sheet, out of which guides are dragged</source>
        <translation>Des règles aux bords de la feuille, d’où l’on tire des guides</translation>
    </message>
    <message>
        <source>&amp;Guides</source>
        <translation>&amp;Guides</translation>
    </message>
    <message>
        <source>Show the guides, or hide them; those of hidden guides nothing snaps to</source>
        <translation>Montrer ou cacher les guides ; rien ne s’aimante aux guides cachés</translation>
    </message>
    <message>
        <source>Remo&amp;ve all guides</source>
        <translation>S&amp;upprimer tous les guides</translation>
    </message>
    <message>
        <source>A single guide is removed by dragging it back onto its ruler</source>
        <translation>On ôte un guide en le ramenant sur sa règle</translation>
    </message>
    <message>
        <source>Gri&amp;d</source>
        <translation>G&amp;rille</translation>
    </message>
    <message>
        <source>A grid on the sheet; its spacing is in the preferences</source>
        <translation>Une grille sur la feuille ; son pas est dans les préférences</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>Ai&amp;manter</translation>
    </message>
    <message>
        <source>What is dragged or drawn snaps to nodes, ends, guides, grid and page; Alt suspends it</source>
        <translation>Ce qu’on glisse ou dessine s’aimante aux nœuds, bouts, guides, grille et page ; Alt le suspend</translation>
    </message>
    <message>
        <source>The sheet a&amp;lone</source>
        <translation>La feuille &amp;seule</translation>
    </message>
    <message>
        <source>Hide all panels, or show them again; Tab does it too, once the sheet was clicked</source>
        <translation>Cacher tous les panneaux ou les remontrer ; Tab le fait aussi, après un clic sur la feuille</translation>
    </message>
    <message>
        <source>Photo and drawing side &amp;by side</source>
        <translation>Photo et dessin côte à &amp;côte</translation>
    </message>
    <message>
        <source>A line across the sheet: left of it the photo, right of it the drawing (D)</source>
        <translation>Une ligne sur la feuille : à gauche la photo, à droite le dessin (D)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <source>Dim what is left out of the drawing (M)</source>
        <translation>Assombrir ce qui est laissé de côté (M)</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>A&amp;ttention</translation>
    </message>
    <message>
        <source>Show where the encoder looks, the stronger the more (T)</source>
        <translation>Montrer où l’encodeur regarde, d’autant plus fort (T)</translation>
    </message>
    <message>
        <source>Where strokes &amp;begin</source>
        <translation>Où les traits comm&amp;encent</translation>
    </message>
    <message>
        <source>Ring the places where the latest run began its strokes</source>
        <translation>Entourer les endroits où le dernier tracé a commencé ses traits</translation>
    </message>
    <message>
        <source>&amp;Strokes</source>
        <translation>&amp;Traits</translation>
    </message>
    <message>
        <source>The panel with the layers, and with the strokes&apos; width, colour and order</source>
        <translation>Le panneau des calques, et de la largeur, couleur et ordre des traits</translation>
    </message>
    <message>
        <source>What it &amp;sees</source>
        <translation>Ce qu’il &amp;voit</translation>
    </message>
    <message>
        <source>The panel that names what is seen in photo and drawing</source>
        <translation>Le panneau qui nomme ce qui est vu dans la photo et le dessin</translation>
    </message>
    <message>
        <source>A&amp;nimate new strokes</source>
        <translation>A&amp;nimer les nouveaux traits</translation>
    </message>
    <message>
        <source>New strokes appear along their length; switch off for no motion</source>
        <translation>Les nouveaux traits apparaissent sur leur longueur ; désactivez pour aucun mouvement</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Trouver une commande…</translation>
    </message>
    <message>
        <source>Type a few letters of what to do</source>
        <translation>Écrivez quelques lettres de ce qu’il faut faire</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnostic</translation>
    </message>
    <message>
        <source>Versions, machine and log, for whoever helps you; read it before you copy it</source>
        <translation>Versions, machine et journal, pour qui vous aide ; lisez-le avant de le copier</translation>
    </message>
    <message>
        <source>&amp;About Taureau</source>
        <translation>À &amp;propos de Taureau</translation>
    </message>
    <message>
        <source>&amp;Pause playing</source>
        <translation>&amp;Suspendre la lecture</translation>
    </message>
    <message>
        <source>Un&amp;freeze</source>
        <translation>Dé&amp;figer</translation>
    </message>
    <message>
        <source>Let the selected strokes move again when more is drawn</source>
        <translation>Laisser bouger à nouveau les traits sélectionnés quand on dessine plus</translation>
    </message>
    <message>
        <source>Hold the selected strokes still when more is drawn</source>
        <translation>Tenir les traits sélectionnés immobiles quand on dessine plus</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphite</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sépia</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Carmine</source>
        <translation>Carmin</translation>
    </message>
    <message>
        <source>Chalk</source>
        <translation>Craie</translation>
    </message>
    <message>
        <source>Warm white</source>
        <translation>Blanc chaud</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>Crème</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Black-board</source>
        <translation>Tableau noir</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>millimètres</translation>
    </message>
    <message>
        <source>inches</source>
        <translation>pouces</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>pixels</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>The first lines found, in a few seconds</source>
        <translation>Les premières lignes trouvées, en quelques secondes</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Takes the time to settle the lines onto the subject</source>
        <translation>Prend le temps de poser les lignes sur le sujet</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Judged by CLIP, which sees what the subject is: minutes without a graphics card</source>
        <translation>Jugé par CLIP, qui voit ce qu’est le sujet : des minutes sans carte graphique</translation>
    </message>
    <message>
        <source>CLIPasso</source>
        <translation>CLIPasso</translation>
    </message>
    <message>
        <source>As the method was published, to compare with: hours without a graphics card</source>
        <translation>La méthode telle que publiée, pour comparer : des heures sans carte graphique</translation>
    </message>
    <message numerus="yes">
        <source>%n more stroke(s)</source>
        <translation>
            <numerusform>%n trait de plus</numerusform>
            <numerusform>%n traits de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n trait</numerusform>
            <numerusform>%n traits</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no drawing.</source>
        <translation>Le presse-papiers ne contient pas de dessin.</translation>
    </message>
    <message>
        <source>Copy strokes here, or a drawing in another program.</source>
        <translation>Copiez des traits ici, ou un dessin dans un autre logiciel.</translation>
    </message>
    <message>
        <source>This cannot be pasted: {error}</source>
        <translation>Ceci ne peut être collé : {error}</translation>
    </message>
    <message>
        <source>What was copied has no lines to paste.</source>
        <translation>Ce qui a été copié n’a pas de lignes à coller.</translation>
    </message>
    <message>
        <source>Text and pictures are not lines.</source>
        <translation>Texte et images ne sont pas des lignes.</translation>
    </message>
    <message>
        <source>take the photo&apos;s colours</source>
        <translation>prendre les couleurs de la photo</translation>
    </message>
    <message>
        <source>plain ink</source>
        <translation>encre simple</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>ton</translation>
    </message>
    <message>
        <source>remove the tone</source>
        <translation>ôter le ton</translation>
    </message>
    <message>
        <source>fill areas</source>
        <translation>remplir des aplats</translation>
    </message>
    <message>
        <source>bring {} to the front</source>
        <translation>mettre {} au premier plan</translation>
    </message>
    <message>
        <source>raise {}</source>
        <translation>monter {}</translation>
    </message>
    <message>
        <source>lower {}</source>
        <translation>descendre {}</translation>
    </message>
    <message>
        <source>send {} to the back</source>
        <translation>mettre {} à l’arrière-plan</translation>
    </message>
    <message>
        <source>move</source>
        <translation>déplacer</translation>
    </message>
    <message>
        <source>{verb} {strokes}</source>
        <translation>{verb} {strokes}</translation>
    </message>
    <message>
        <source>set the width of</source>
        <translation>régler la largeur de</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>colorer</translation>
    </message>
    <message>
        <source>set the opacity of</source>
        <translation>régler l’opacité de</translation>
    </message>
    <message>
        <source>restyle</source>
        <translation>restyler</translation>
    </message>
    <message>
        <source>duplicate {counted}</source>
        <translation>dupliquer {counted}</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>supprimer</translation>
    </message>
    <message>
        <source>paste {counted}</source>
        <translation>coller {counted}</translation>
    </message>
    <message>
        <source>add {counted}</source>
        <translation>ajouter {counted}</translation>
    </message>
    <message>
        <source>keep the first {counted}</source>
        <translation>garder les premiers {counted}</translation>
    </message>
    <message>
        <source>{name} paper</source>
        <translation>papier : {name}</translation>
    </message>
    <message>
        <source>chalk</source>
        <translation>craie</translation>
    </message>
    <message>
        <source>black</source>
        <translation>noir</translation>
    </message>
    <message>
        <source>{counted} became {ink}, to show on this paper.</source>
        <translation>{counted} : passé(s) en {ink}, pour se voir sur ce papier.</translation>
    </message>
    <message>
        <source>Undo takes both back.</source>
        <translation>Annuler reprend les deux.</translation>
    </message>
    <message>
        <source>add a guide</source>
        <translation>ajouter un guide</translation>
    </message>
    <message>
        <source>move a guide</source>
        <translation>déplacer un guide</translation>
    </message>
    <message>
        <source>remove a guide</source>
        <translation>ôter un guide</translation>
    </message>
    <message>
        <source>remove all guides</source>
        <translation>ôter tous les guides</translation>
    </message>
    <message>
        <source>add layer {name}</source>
        <translation>ajouter le calque {name}</translation>
    </message>
    <message>
        <source>remove layer {name}</source>
        <translation>supprimer le calque {name}</translation>
    </message>
    <message>
        <source>rename layer {name}</source>
        <translation>renommer le calque {name}</translation>
    </message>
    <message>
        <source>show</source>
        <translation>montrer</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>cacher</translation>
    </message>
    <message>
        <source>{verb} layer {name}</source>
        <translation>{verb} le calque {name}</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>verrouiller</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>déverrouiller</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>monter</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>descendre</translation>
    </message>
    <message>
        <source>move {counted} to layer {name}</source>
        <translation>déplacer {counted} sur le calque {name}</translation>
    </message>
    <message>
        <source>set the line width</source>
        <translation>régler l’épaisseur</translation>
    </message>
    <message>
        <source>add to the subject</source>
        <translation>ajouter au sujet</translation>
    </message>
    <message>
        <source>take from the subject</source>
        <translation>enlever du sujet</translation>
    </message>
    <message>
        <source>clear the mask</source>
        <translation>vider le masque</translation>
    </message>
    <message>
        <source>invert the mask</source>
        <translation>inverser le masque</translation>
    </message>
    <message>
        <source>take the automatic mask</source>
        <translation>prendre le masque automatique</translation>
    </message>
    <message>
        <source>The mask is as it was.</source>
        <translation>Le masque est comme il était.</translation>
    </message>
    <message>
        <source>load a mask</source>
        <translation>charger un masque</translation>
    </message>
    <message>
        <source>The mask is in {name}.</source>
        <translation>Le masque est dans {name}.</translation>
    </message>
    <message>
        <source>choose another drawing</source>
        <translation>choisir un autre dessin</translation>
    </message>
    <message>
        <source>Weighing the strokes</source>
        <translation>Pesée des traits</translation>
    </message>
    <message>
        <source>No strokes continue each other</source>
        <translation>Aucun trait n’en prolonge un autre</translation>
    </message>
    <message>
        <source>Every stroke is worth more</source>
        <translation>Chaque trait vaut davantage</translation>
    </message>
    <message>
        <source>{counted} would become {len}</source>
        <translation>{counted} deviendraient {len}</translation>
    </message>
    <message>
        <source>{going} of {counted} would go</source>
        <translation>{going} sur {counted} partiraient</translation>
    </message>
    <message>
        <source>Open it first: File › Open photo beneath the drawing.</source>
        <translation>Ouvrez-la d’abord : Fichier › Ouvrir la photo sous le dessin.</translation>
    </message>
    <message>
        <source>To weigh the strokes, the photo is needed.</source>
        <translation>Pour peser les traits, il faut la photo.</translation>
    </message>
    <message>
        <source>prune {counted}</source>
        <translation>élaguer {counted}</translation>
    </message>
    <message>
        <source>merge into {counted}</source>
        <translation>fusionner en {counted}</translation>
    </message>
    <message>
        <source>There is not enough memory for this: take a lower resolution or a smaller size.</source>
        <translation>Il n’y a pas assez de mémoire : prenez une résolution moindre ou une taille plus petite.</translation>
    </message>
    <message>
        <source>These are all strokes, not only the {level} shown.</source>
        <translation>Ce sont tous les traits, pas seulement les {level} montrés.</translation>
    </message>
    <message>
        <source>Exported {named}: {size}.</source>
        <translation>{named} exporté : {size}.</translation>
    </message>
    <message>
        <source>{len} files</source>
        <translation>{len} fichiers</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Ouverture de {name}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>{name} does not have the drawing&apos;s proportions, so it is another photo.</source>
        <translation>{name} n’a pas les proportions du dessin, c’est donc une autre photo.</translation>
    </message>
    <message>
        <source>Choose the photo that was drawn, uncropped.</source>
        <translation>Choisissez la photo qui a été dessinée, non recadrée.</translation>
    </message>
    <message>
        <source>revert to {name}</source>
        <translation>revenir à {name}</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Écriture de {name}</translation>
    </message>
    <message>
        <source>Only the lines of {name} were taken in; it also holds {left_out}.</source>
        <translation>Seules les lignes de {name} ont été prises ; le fichier contient aussi {left_out}.</translation>
    </message>
    <message>
        <source>Saving asks for another name, so that nothing of it is lost.</source>
        <translation>L’enregistrement demande un autre nom, pour que rien n’en soit perdu.</translation>
    </message>
    <message>
        <source>{name} is open in another Taureau, too.</source>
        <translation>{name} est aussi ouvert dans un autre Taureau.</translation>
    </message>
    <message>
        <source>Whoever saves second is asked what to do with the first.</source>
        <translation>Qui enregistre en second est interrogé sur le premier.</translation>
    </message>
    <message>
        <source>The photo that is kept with this drawing is damaged and was left out.</source>
        <translation>La photo gardée avec ce dessin est abîmée et a été laissée de côté.</translation>
    </message>
    <message>
        <source>“Open photo beneath the drawing” opens it from its own file.</source>
        <translation>« Ouvrir la photo sous le dessin » l’ouvre de son propre fichier.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} enregistré.</translation>
    </message>
    <message>
        <source>It is in {parent}.</source>
        <translation>Il est dans {parent}.</translation>
    </message>
    <message>
        <source>Saved all {counted}, not only the {level} shown.</source>
        <translation>Les {counted} ont tous été enregistrés, pas seulement les {level} montrés.</translation>
    </message>
    <message>
        <source>“Keep these {level}” makes them the drawing.</source>
        <translation>« Garder ces {level} » en fait le dessin.</translation>
    </message>
    <message>
        <source>{what} failed: {value}.</source>
        <translation>{what} : échec, {value}.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>{what} failed: not enough memory.</source>
        <translation>{what} : échec, mémoire insuffisante.</translation>
    </message>
    <message>
        <source>From last time</source>
        <translation>De la dernière fois</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Une image</translation>
    </message>
    <message>
        <source>{broken} pictures</source>
        <translation>{broken} images</translation>
    </message>
    <message>
        <source>{text} from last time could not be read.</source>
        <translation>{text} de la dernière fois : lecture impossible.</translation>
    </message>
    <message>
        <source>The pictures will be gone when Taureau closes: no copy of them can be written.</source>
        <translation>Les images disparaîtront à la fermeture de Taureau : aucune copie ne peut en être écrite.</translation>
    </message>
    <message>
        <source>Keep those you want. {problem}</source>
        <translation>Gardez celles que vous voulez. {problem}</translation>
    </message>
    <message>
        <source>The drawing on the sheet</source>
        <translation>Le dessin sur la feuille</translation>
    </message>
    <message>
        <source>The photo on the sheet</source>
        <translation>La photo sur la feuille</translation>
    </message>
    <message>
        <source>Something is being drawn on the sheet.</source>
        <translation>On dessine en ce moment sur la feuille.</translation>
    </message>
    <message>
        <source>Keep or discard that first.</source>
        <translation>Gardez ou abandonnez cela d’abord.</translation>
    </message>
    <message>
        <source>use picture {number}</source>
        <translation>utiliser l’image {number}</translation>
    </message>
    <message>
        <source>waits for “{title}”</source>
        <translation>attend « {title} »</translation>
    </message>
    <message>
        <source>waits for the drawing, which is paused</source>
        <translation>attend le dessin, qui est en pause</translation>
    </message>
    <message>
        <source>waits for the drawing</source>
        <translation>attend le dessin</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>attend son tour</translation>
    </message>
    <message>
        <source>Variations of {number}</source>
        <translation>Variations de {number}</translation>
    </message>
    <message>
        <source>From {number} to {number_}</source>
        <translation>De {number} à {number_}</translation>
    </message>
    <message>
        <source>{number}, toward “{strip}”</source>
        <translation>{number}, vers « {strip} »</translation>
    </message>
    <message>
        <source>Kept in {path}.</source>
        <translation>Gardé dans {path}.</translation>
    </message>
    <message>
        <source>{name} cannot do this; {name_} does.</source>
        <translation>{name} ne peut pas ; {name_} le fait.</translation>
    </message>
    <message>
        <source>This cannot be imagined: {text}.</source>
        <translation>Ceci ne peut être imaginé : {text}.</translation>
    </message>
    <message>
        <source>{model} on {value}, {memory}</source>
        <translation>{model} sur {value}, {memory}</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>la carte graphique</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <source>Stopped; {images} of {expected} pictures are ready.</source>
        <translation>Arrêté ; {images} images sur {expected} sont prêtes.</translation>
    </message>
    <message>
        <source>Use other words.</source>
        <translation>Prenez d’autres mots.</translation>
    </message>
    <message>
        <source>“{title}” was stopped before it began.</source>
        <translation>« {title} » a été arrêté avant de commencer.</translation>
    </message>
    <message>
        <source>Waiting for the pictures</source>
        <translation>Attend les images</translation>
    </message>
    <message>
        <source>This begins when the pictures of “{title}” are ready.</source>
        <translation>Ceci commence quand les images de « {title} » sont prêtes.</translation>
    </message>
    <message>
        <source>Stop the pictures</source>
        <translation>Arrêter les images</translation>
    </message>
    <message>
        <source>The files are intact.</source>
        <translation>Les fichiers sont intacts.</translation>
    </message>
    <message>
        <source>Files of Taureau’s own were damaged.</source>
        <translation>Des fichiers propres à Taureau étaient abîmés.</translation>
    </message>
    <message>
        <source>It was set aside as {name}</source>
        <translation>Elle a été mise de côté sous {name}</translation>
    </message>
    <message>
        <source>It cannot be moved away</source>
        <translation>Elle ne peut être déplacée</translation>
    </message>
    <message>
        <source>The list of recent files was damaged.</source>
        <translation>La liste des fichiers récents était abîmée.</translation>
    </message>
    <message>
        <source>{where}; a new one begins.</source>
        <translation>{where} ; une nouvelle commence.</translation>
    </message>
    <message>
        <source>Untitled.svg</source>
        <translation>Sans titre.svg</translation>
    </message>
    <message>
        <source>restore the drawing</source>
        <translation>restaurer le dessin</translation>
    </message>
    <message>
        <source>restore what the run had drawn</source>
        <translation>restaurer ce que le tracé avait dessiné</translation>
    </message>
    <message>
        <source>was set aside as {aside}</source>
        <translation>a été mis de côté sous {aside}</translation>
    </message>
    <message>
        <source>stays in {folder}</source>
        <translation>reste dans {folder}</translation>
    </message>
    <message>
        <source>A recovery copy of a drawing was damaged.</source>
        <translation>Une copie de secours d’un dessin était abîmée.</translation>
    </message>
    <message>
        <source>What is left of it {where}.</source>
        <translation>Ce qui en reste {where}.</translation>
    </message>
    <message>
        <source>No recovery copy of the drawing can be written.</source>
        <translation>Aucune copie de secours du dessin ne peut être écrite.</translation>
    </message>
    <message>
        <source>Save it yourself now and then. {problem}</source>
        <translation>Enregistrez-le vous-même de temps en temps. {problem}</translation>
    </message>
    <message>
        <source>Open a photo first, or type what to draw</source>
        <translation>Ouvrez d’abord une photo, ou écrivez quoi dessiner</translation>
    </message>
    <message>
        <source>To continue, its photo is needed</source>
        <translation>Pour le continuer, il faut sa photo</translation>
    </message>
    <message>
        <source>Click or paint what is to be drawn first</source>
        <translation>Cliquez ou peignez d’abord ce qu’il faut dessiner</translation>
    </message>
    <message>
        <source>The subject is being found</source>
        <translation>Recherche du sujet</translation>
    </message>
    <message>
        <source>Think again</source>
        <translation>Repenser</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <source>Draw the words in {counted}</source>
        <translation>Dessiner les mots en {counted}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Draw {counted}</source>
        <translation>Dessiner {counted}</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Draw on from what you left, without the strokes that you took out</source>
        <translation>Continuer à partir de ce que vous avez laissé, sans les traits ôtés</translation>
    </message>
    <message>
        <source>Go on where the drawing stopped</source>
        <translation>Reprendre là où le dessin s’est arrêté</translation>
    </message>
    <message>
        <source>; undo brings this drawing back</source>
        <translation> ; annuler ramène ce dessin</translation>
    </message>
    <message>
        <source>Draw {counted} toward the words{again}</source>
        <translation>Dessiner {counted} vers les mots{again}</translation>
    </message>
    <message>
        <source>Draw more strokes into the drawing; frozen ones stay as they are</source>
        <translation>Ajouter des traits au dessin ; les traits figés restent tels quels</translation>
    </message>
    <message>
        <source>Draw the photo</source>
        <translation>Dessiner la photo</translation>
    </message>
    <message>
        <source>{preset} does not read words</source>
        <translation>{preset} ne lit pas les mots</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>discard {drawn}</source>
        <translation>abandonner {drawn}</translation>
    </message>
    <message>
        <source>Discarded {drawn}.</source>
        <translation>{drawn} : abandonné.</translation>
    </message>
    <message>
        <source>Undo brings them back.</source>
        <translation>Annuler les ramène.</translation>
    </message>
    <message>
        <source>This cannot be drawn: {error}.</source>
        <translation>Ceci ne peut être dessiné : {error}.</translation>
    </message>
    <message>
        <source>{error} The drawing so far was kept.</source>
        <translation>{error} Le dessin jusque-là a été gardé.</translation>
    </message>
    <message>
        <source>Stopped before there was anything to keep.</source>
        <translation>Arrêté avant qu’il y ait quelque chose à garder.</translation>
    </message>
    <message>
        <source>Draw anyway</source>
        <translation>Dessiner quand même</translation>
    </message>
    <message>
        <source>draw {counted}</source>
        <translation>dessiner {counted}</translation>
    </message>
    <message>
        <source>draw on</source>
        <translation>continuer le dessin</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Il n’y avait pas assez de mémoire.</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller photo.</source>
        <translation>Fermez d’autres logiciels ou prenez une photo plus petite.</translation>
    </message>
    <message>
        <source>{name} was replaced while it waited: the new photo is drawn.</source>
        <translation>{name} a été remplacée pendant l’attente : la nouvelle photo est dessinée.</translation>
    </message>
    <message>
        <source>Drawing failed: {reason}</source>
        <translation>Le dessin a échoué : {reason}</translation>
    </message>
    <message>
        <source>Try again, or with another photo.</source>
        <translation>Réessayez, ou avec une autre photo.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>The photo and the strokes drawn over it</source>
        <translation>La photo et les traits dessinés par-dessus</translation>
    </message>
    <message>
        <source>Divider between photo and drawing</source>
        <translation>Séparation entre photo et dessin</translation>
    </message>
    <message>
        <source>Left of the line the photo, right of it the drawing. Drag it, or move it with the arrow keys.</source>
        <translation>À gauche de la ligne la photo, à droite le dessin. Glissez-la, ou déplacez-la avec les flèches.</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Drag to move the sheet.</source>
        <translation>Glissez pour déplacer la feuille.</translation>
    </message>
    <message>
        <source>The wheel zooms at the cursor.</source>
        <translation>La molette zoome au curseur.</translation>
    </message>
    <message>
        <source>Ruler across</source>
        <translation>Règle horizontale</translation>
    </message>
    <message>
        <source>Ruler down</source>
        <translation>Règle verticale</translation>
    </message>
    <message>
        <source>Drag a guide out of the ruler; drag it back to remove it.</source>
        <translation>Tirez un guide hors de la règle ; ramenez-le pour l’ôter.</translation>
    </message>
    <message>
        <source>The unit of the rulers and of every length</source>
        <translation>L’unité des règles et de toute longueur</translation>
    </message>
    <message>
        <source>How strongly the photo shows through the sheet, 0 to 100 %</source>
        <translation>Combien la photo transparaît sous la feuille, de 0 à 100 %</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo opacity</source>
        <translation>Opacité de la photo</translation>
    </message>
    <message>
        <source>Show at 100 % (1)</source>
        <translation>Montrer à 100 % (1)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Zoom arrière (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Zoom avant (+)</translation>
    </message>
    <message>
        <source>Fit the sheet into the window (0)</source>
        <translation>Ajuster la feuille à la fenêtre (0)</translation>
    </message>
    <message>
        <source>Zoom {value:.0f} percent; show at 100 percent</source>
        <translation>Zoom {value:.0f} pour cent ; montrer à 100 pour cent</translation>
    </message>
    <message>
        <source>{what}; now {percent} %</source>
        <translation>{what} ; maintenant {percent} %</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Begin with an empty sheet; undo brings this drawing back</source>
        <translation>Commencer avec une feuille vide ; annuler ramène ce dessin</translation>
    </message>
    <message>
        <source>Draw the photo alone</source>
        <translation>Dessiner la photo seule</translation>
    </message>
    <message>
        <source>Leave the words where they are, and draw the photo without them</source>
        <translation>Laisser les mots et dessiner la photo sans eux</translation>
    </message>
    <message>
        <source>Open its photo…</source>
        <translation>Ouvrir sa photo…</translation>
    </message>
    <message>
        <source>Open the photo that this drawing was made from</source>
        <translation>Ouvrir la photo d’après laquelle ce dessin a été fait</translation>
    </message>
    <message>
        <source>{explanation} (Ctrl+Enter)</source>
        <translation>{explanation} (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Click a thing: all of it is drawn, or not</source>
        <translation>Cliquer une chose : elle est dessinée tout entière, ou pas</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Paint over what is to be drawn, or not</source>
        <translation>Peindre ce qu’il faut dessiner, ou non</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Mark what is to be drawn; with Alt held, take away</source>
        <translation>Marquer ce qu’il faut dessiner ; avec Alt, enlever</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Mark what is not to be drawn; with Alt held, add</source>
        <translation>Marquer ce qu’il ne faut pas dessiner ; avec Alt, ajouter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>How wide the brush is, in percent of the photo&apos;s longer side ([ and ] on the sheet).</source>
        <translation>Largeur du pinceau, en pour cent du plus grand côté de la photo ([ et ] sur la feuille).</translation>
    </message>
    <message>
        <source>Start again from the automatic mask</source>
        <translation>Repartir du masque automatique</translation>
    </message>
    <message>
        <source>Clear the mask: nothing is drawn until it is painted</source>
        <translation>Vider le masque : rien n’est dessiné avant d’être peint</translation>
    </message>
    <message>
        <source>Invert the mask: draw what was left out</source>
        <translation>Inverser le masque : dessiner ce qui était laissé de côté</translation>
    </message>
    <message>
        <source>Load a mask from a picture: white is drawn</source>
        <translation>Charger un masque d’une image : le blanc est dessiné</translation>
    </message>
    <message>
        <source>Save the mask as a picture</source>
        <translation>Enregistrer le masque comme image</translation>
    </message>
    <message>
        <source>Finding the subject…</source>
        <translation>Recherche du sujet…</translation>
    </message>
    <message>
        <source>You can paint and click meanwhile: it counts</source>
        <translation>Vous pouvez peindre et cliquer entre-temps : cela compte</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Tell a photo from line art by what it shows</source>
        <translation>Distinguer une photo d’un dessin au trait d’après l’image</translation>
    </message>
    <message>
        <source>Draw the contours of what the picture shows</source>
        <translation>Dessiner les contours de ce que montre l’image</translation>
    </message>
    <message>
        <source>Line art</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>Follow the lines of a drawing, a scan or lettering along their middle</source>
        <translation>Suivre en leur milieu les lignes d’un dessin, d’un scan ou de lettres</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Traits</translation>
    </message>
    <message>
        <source>One stroke after another, until the next would hardly show</source>
        <translation>Un trait après l’autre, jusqu’à ce que le suivant se remarque à peine</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Exactly this number of strokes</source>
        <translation>Exactement ce nombre de traits</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>How soon the drawing is enough: fewer strokes towards a hint, more towards everything.</source>
        <translation>Quand le dessin suffit : moins de traits vers l’évocation, plus vers le tout.</translation>
    </message>
    <message>
        <source>a hint</source>
        <translation>une évocation</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>How many lines the drawing may have, {value} to {value_}: fewer are bolder, more show detail.</source>
        <translation>Combien de lignes le dessin peut avoir, de {value} à {value_} : moins, c’est plus hardi, plus montre des détails.</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Épaisseur</translation>
    </message>
    <message>
        <source>How thick the lines are on the sheet as it is printed.</source>
        <translation>Épaisseur des lignes sur la feuille imprimée.</translation>
    </message>
    <message>
        <source>The pen that draws: lines are heavier where the photo has more contrast</source>
        <translation>Le stylo qui dessine : les lignes sont plus fortes là où la photo a plus de contraste</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Contours</translation>
    </message>
    <message>
        <source>Begin with the photo&apos;s own contours: clear from the first moment</source>
        <translation>Commencer par les contours de la photo : clair dès le premier instant</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Hasard</translation>
    </message>
    <message>
        <source>Begin with short random lines, as CLIPasso was published: to compare with</source>
        <translation>Commencer par de courtes lignes au hasard, comme CLIPasso a été publié : pour comparer</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Draw on the graphics card where there is a usable one, else on the processor</source>
        <translation>Dessiner sur la carte graphique s’il y en a une utilisable, sinon sur le processeur</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Draw on the processor: slower, and it needs no memory of the graphics card</source>
        <translation>Dessiner sur le processeur : plus lent, sans mémoire de la carte graphique</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Graines</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Show the values that are rarely needed</source>
        <translation>Montrer les valeurs rarement utiles</translation>
    </message>
    <message>
        <source>DRAW</source>
        <translation>DESSINER</translation>
    </message>
    <message>
        <source>The drawing ends with so many strokes, {value} to {value_}, if not before.
Double-click the name to go back to {DEFAULT_LIMIT}.</source>
        <translation>Le dessin finit au plus tard avec ce nombre de traits, de {value} à {value_}.
Un double-clic sur le nom revient à {DEFAULT_LIMIT}.</translation>
    </message>
    <message>
        <source>At most, strokes</source>
        <translation>Traits, au plus</translation>
    </message>
    <message>
        <source>The same number draws the same picture again; another number, up to {MAX_SEED:,}, draws another one.
Double-click the name to go back to {seed}.</source>
        <translation>Le même nombre redessine la même image ; un autre, jusqu’à {MAX_SEED:,}, en dessine une autre.
Un double-clic sur le nom revient à {seed}.</translation>
    </message>
    <message>
        <source>Take another seed</source>
        <translation>Prendre une autre graine</translation>
    </message>
    <message>
        <source>How many drawings are tried, 1 to {MAX_TRIES}, each from a seed of its own; the best is kept.
Double-click the name to go back to the number of the quality.</source>
        <translation>Combien de dessins sont essayés, de 1 à {MAX_TRIES}, chacun de sa graine ; le meilleur est gardé.
Un double-clic sur le nom revient au nombre de la qualité.</translation>
    </message>
    <message>
        <source>Seeds tried</source>
        <translation>Graines essayées</translation>
    </message>
    <message>
        <source>Draft and Standard draw with the encoder that comes with Taureau.</source>
        <translation>Rapide et Standard dessinent avec l’encodeur fourni avec Taureau.</translation>
    </message>
    <message>
        <source>CLIPasso draws with CLIP RN101, and begins where CLIP ViT-B/32 looks if that is here.</source>
        <translation>CLIPasso dessine avec CLIP RN101, et commence là où CLIP ViT-B/32 regarde, s’il est là.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encodeur</translation>
    </message>
    <message>
        <source>What judges the lines: the network to which the drawing has to look right</source>
        <translation>Ce qui juge les lignes : le réseau aux yeux duquel le dessin doit être juste</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Tous les modèles…</translation>
    </message>
    <message>
        <source>What there is to draw with, how large it is, its licence</source>
        <translation>Ce avec quoi on peut dessiner, sa taille, sa licence</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>The one that serves best of those that are on this machine.</source>
        <translation>Celui qui convient le mieux parmi ceux de cette machine.</translation>
    </message>
    <message>
        <source>Fine draws with CLIP, an encoder that is not here yet.</source>
        <translation>Fin dessine avec CLIP, un encodeur qui n’est pas encore là.</translation>
    </message>
    <message>
        <source>CLIPasso draws with CLIP RN101.</source>
        <translation>CLIPasso dessine avec CLIP RN101.</translation>
    </message>
    <message>
        <source>Words are drawn with an encoder that reads them, and none is here yet.</source>
        <translation>Les mots se dessinent avec un encodeur qui les lit ; aucun n’est encore là.</translation>
    </message>
    <message>
        <source>Words beside a photo are drawn with a larger encoder, and none is here yet.</source>
        <translation>Les mots à côté d’une photo se dessinent avec un encodeur plus grand ; aucun n’est encore là.</translation>
    </message>
    <message>
        <source>Other models…</source>
        <translation>Autres modèles…</translation>
    </message>
    <message>
        <source>What else there is to draw with</source>
        <translation>Avec quoi d’autre on peut dessiner</translation>
    </message>
    <message>
        <source>{name} does not read words</source>
        <translation>{name} ne lit pas les mots</translation>
    </message>
    <message>
        <source>The catalogue has no encoder for this</source>
        <translation>Le catalogue n’a pas d’encodeur pour cela</translation>
    </message>
    <message>
        <source>{name} is not here yet</source>
        <translation>{name} n’est pas encore là</translation>
    </message>
    <message>
        <source>Get a larger one…</source>
        <translation>En prendre un plus grand…</translation>
    </message>
    <message>
        <source>Show the encoder that would draw the words then</source>
        <translation>Montrer l’encodeur qui dessinerait alors les mots</translation>
    </message>
    <message>
        <source> A larger encoder understands words better.</source>
        <translation> Un encodeur plus grand comprend mieux les mots.</translation>
    </message>
    <message>
        <source>{name} draws.{better}</source>
        <translation>{name} dessine.{better}</translation>
    </message>
    <message>
        <source>Pre&amp;sets</source>
        <translation>Pré&amp;réglages</translation>
    </message>
    <message>
        <source>Your own presets: the settings of this panel under a name</source>
        <translation>Vos préréglages : les réglages de ce panneau sous un nom</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Set the panel as it was when “{name}” was saved</source>
        <translation>Régler le panneau comme quand « {name} » a été enregistré</translation>
    </message>
    <message>
        <source>&amp;Save these settings…</source>
        <translation>&amp;Enregistrer ces réglages…</translation>
    </message>
    <message>
        <source>Keep quality, detail, width and the rest of the panel under a name</source>
        <translation>Garder qualité, détail, épaisseur et le reste du panneau sous un nom</translation>
    </message>
    <message>
        <source>Save these settings</source>
        <translation>Enregistrer ces réglages</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>Renommer « {name} »</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>Le préréglage « {name} » a été supprimé.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le ramener</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Il y a déjà un préréglage « {name} ».</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open {name}
{parent}</source>
        <translation>Ouvrir {name}
{parent}</translation>
    </message>
    <message>
        <source>Recent drawing: {stem}</source>
        <translation>Dessin récent : {stem}</translation>
    </message>
    <message>
        <source>Open the sample “{name}” and draw it</source>
        <translation>Ouvrir l’exemple « {name} » et le dessiner</translation>
    </message>
    <message>
        <source>Sample: {name}</source>
        <translation>Exemple : {name}</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvé par</translation>
    </message>
    <message>
        <source>What finds the subject: larger networks see hair, spokes and the like</source>
        <translation>Ce qui trouve le sujet : les grands réseaux voient cheveux, rayons et semblables</translation>
    </message>
    <message>
        <source>See how it works: a sample opens and is drawn, with the settings that Taureau comes with</source>
        <translation>Voir comment cela marche : un exemple s’ouvre et se dessine, avec les réglages d’origine de Taureau</translation>
    </message>
    <message>
        <source>Drop a photo, paste one, or type what to draw</source>
        <translation>Déposez une photo, collez-en une, ou écrivez quoi dessiner</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>Open a photo or a drawing (Ctrl+O)</source>
        <translation>Ouvrir une photo ou un dessin (Ctrl+O)</translation>
    </message>
    <message>
        <source>Paste one</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Take the picture from the clipboard (Ctrl+V)</source>
        <translation>Prendre l’image du presse-papiers (Ctrl+V)</translation>
    </message>
    <message>
        <source>Imagine one</source>
        <translation>En imaginer une</translation>
    </message>
    <message>
        <source>Make pictures of words, to draw them (Ctrl+I)</source>
        <translation>Faire des images avec des mots, pour les dessiner (Ctrl+I)</translation>
    </message>
    <message>
        <source>Draw a sample</source>
        <translation>Dessiner un exemple</translation>
    </message>
    <message>
        <source>or take one of these</source>
        <translation>ou prenez l’un de ceux-ci</translation>
    </message>
    <message>
        <source>… or type what to draw: {EXAMPLE}</source>
        <translation>… ou écrire : {EXAMPLE}</translation>
    </message>
    <message>
        <source>What to draw, in words</source>
        <translation>Ce qu’il faut dessiner, en mots</translation>
    </message>
    <message>
        <source>What to draw, in words; Enter draws it</source>
        <translation>Ce qu’il faut dessiner, en mots ; Entrée le dessine</translation>
    </message>
    <message>
        <source>Draw the words (Ctrl+Enter)</source>
        <translation>Dessiner les mots (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>{missing}: the panel on the left says how to get it.</source>
        <translation>{missing} : le panneau de gauche dit comment l’obtenir.</translation>
    </message>
    <message>
        <source>a sad camel</source>
        <translation>un chameau triste</translation>
    </message>
    <message>
        <source>What the drawing of the photo should look like as well, in words</source>
        <translation>À quoi le dessin de la photo doit aussi ressembler, en mots</translation>
    </message>
    <message>
        <source>Words to draw</source>
        <translation>Mots à dessiner</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Words’ pull</source>
        <translation>Force des mots</translation>
    </message>
    <message>
        <source>How strongly the words pull: 0 % draws the photo alone, 100 % lets the words count as much.</source>
        <translation>Combien les mots attirent : 0 % dessine la photo seule, à 100 % les mots comptent autant.</translation>
    </message>
    <message>
        <source>Draw with Fine</source>
        <translation>Dessiner avec Fin</translation>
    </message>
    <message>
        <source>Choose the quality that reads words</source>
        <translation>Choisir la qualité qui lit les mots</translation>
    </message>
    <message>
        <source>what to draw</source>
        <translation>ce qu’il faut dessiner</translation>
    </message>
    <message>
        <source>{deaf} draws the photo alone; Fine reads words too.</source>
        <translation>{deaf} dessine la photo seule ; Fin lit aussi les mots.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Nothing can be exported yet</source>
        <translation>Rien ne peut encore être exporté</translation>
    </message>
    <message>
        <source>As it is, nothing can be written.</source>
        <translation>Tel quel, rien ne peut être écrit.</translation>
    </message>
    <message>
        <source>The page of {width} by {height} {plural} with the drawing on it</source>
        <translation>La page de {width} sur {height} {plural} avec le dessin</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Comme dessiné</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Plus grand côté</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Ink, as drawn</source>
        <translation>Encre, comme dessiné</translation>
    </message>
    <message>
        <source>even</source>
        <translation>uniforme</translation>
    </message>
    <message>
        <source>taper in</source>
        <translation>effilé au début</translation>
    </message>
    <message>
        <source>taper out</source>
        <translation>effilé à la fin</translation>
    </message>
    <message>
        <source>taper both</source>
        <translation>effilé des deux côtés</translation>
    </message>
    <message>
        <source>swell</source>
        <translation>renflé</translation>
    </message>
    <message>
        <source>Fineliner</source>
        <translation>Feutre fin</translation>
    </message>
    <message>
        <source>Brush pen</source>
        <translation>Stylo pinceau</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Crayon</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Fusain</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Feutre</translation>
    </message>
    <message>
        <source>Fits the drawing</source>
        <translation>Ajustée au dessin</translation>
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
        <translation>Des lignes, pour d’autres logiciels de dessin, le web et les traceurs</translation>
    </message>
    <message>
        <source>Lines on a page, for print</source>
        <translation>Des lignes sur une page, pour imprimer</translation>
    </message>
    <message>
        <source>Pixels, without loss</source>
        <translation>Des pixels, sans perte</translation>
    </message>
    <message>
        <source>Pixels, without loss, in a smaller file</source>
        <translation>Des pixels, sans perte, dans un fichier plus petit</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Sizes in mm, layers as layers</source>
        <translation>Tailles en mm, calques comme calques</translation>
    </message>
    <message>
        <source>Sizes in points, which is how Illustrator reads them</source>
        <translation>Tailles en points, comme Illustrator les lit</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Sizes in px, 96 to an inch</source>
        <translation>Tailles en px, 96 par pouce</translation>
    </message>
    <message>
        <source>Plotter</source>
        <translation>Traceur</translation>
    </message>
    <message>
        <source>Sizes in mm, a numbered layer for each pen</source>
        <translation>Tailles en mm, un calque numéroté par stylo</translation>
    </message>
    <message>
        <source>Which side of the drawing has the given size, without margins</source>
        <translation>Quel côté du dessin a la taille donnée, sans les marges</translation>
    </message>
    <message>
        <source>Up to 100 m; any unit can be typed: mm, in, px, pt</source>
        <translation>Jusqu’à 100 m ; toute unité peut s’écrire : mm, in, px, pt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>The whole sheet of the drawing, empty edges included</source>
        <translation>Toute la feuille du dessin, bords vides compris</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Encre</translation>
    </message>
    <message>
        <source>Only what is drawn, from edge to edge of the outermost strokes</source>
        <translation>Seulement ce qui est dessiné, d’un bord à l’autre des traits extrêmes</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>The page that is drawn on; the drawing is centred on it</source>
        <translation>La page sur laquelle on dessine ; le dessin y est centré</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>As it suits the drawing</source>
        <translation>Comme il convient au dessin</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Higher than wide</source>
        <translation>Plus haut que large</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <source>Wider than high</source>
        <translation>Plus large que haut</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Marges</translation>
    </message>
    <message>
        <source>What stays free at each edge of the page, up to 1 m</source>
        <translation>Ce qui reste libre à chaque bord de la page, jusqu’à 1 m</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>As another tool would have drawn it: the lines stay where they are</source>
        <translation>Comme si un autre outil l’avait dessiné : les lignes restent où elles sont</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>Largeur du stylo</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>comme dessiné</translation>
    </message>
    <message>
        <source>How wide all strokes are on paper, up to 10 cm; 0 leaves them as they are drawn</source>
        <translation>Largeur de tous les traits sur le papier, jusqu’à 10 cm ; 0 les laisse comme dessinés</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Pixels per inch, 1 to 4800; it is stated in the file</source>
        <translation>Pixels par pouce, de 1 à 4800 ; c’est écrit dans le fichier</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>How finely numbers are written, 0 to 6 digits; 3 is finer than any plotter</source>
        <translation>Finesse d’écriture des nombres, de 0 à 6 chiffres ; 3 est plus fin que tout traceur</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Leave the paper out</source>
        <translation>Laisser le papier de côté</translation>
    </message>
    <message>
        <source>With paper</source>
        <translation>Avec papier</translation>
    </message>
    <message>
        <source>An area in the paper’s colour below the lines; checked where ink would vanish</source>
        <translation>Une surface de la couleur du papier sous les lignes ; coché là où l’encre disparaîtrait</translation>
    </message>
    <message>
        <source>Selected strokes only</source>
        <translation>Traits sélectionnés seulement</translation>
    </message>
    <message>
        <source>A file for each layer</source>
        <translation>Un fichier par calque</translation>
    </message>
    <message>
        <source>All with the same page, so that they align</source>
        <translation>Tous avec la même page, pour qu’ils se superposent</translation>
    </message>
    <message>
        <source>A layer for each pen</source>
        <translation>Un calque par stylo</translation>
    </message>
    <message>
        <source>Strokes of one colour and width together, in place of the layers</source>
        <translation>Les traits d’une couleur et d’une largeur ensemble, au lieu des calques</translation>
    </message>
    <message>
        <source>Short ways between strokes</source>
        <translation>Trajets courts entre les traits</translation>
    </message>
    <message>
        <source>Order and turn the strokes of each layer so that the lifted pen travels less</source>
        <translation>Ordonner et tourner les traits de chaque calque pour que le stylo levé se déplace moins</translation>
    </message>
    <message>
        <source>Hatch areas</source>
        <translation>Hachurer les aplats</translation>
    </message>
    <message>
        <source>Areas as lines of the pen, each colour at an angle of its own; else they are left out</source>
        <translation>Les aplats en lignes du stylo, chaque couleur à son propre angle ; sinon ils sont omis</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>by the pen</source>
        <translation>selon le stylo</translation>
    </message>
    <message>
        <source>Between the lines of the hatching; 0 goes by the pen’s width</source>
        <translation>Entre les lignes des hachures ; 0 suit la largeur du stylo</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Repères</translation>
    </message>
    <message>
        <source>No registration marks</source>
        <translation>Pas de repères de calage</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>An angle at each corner around the drawing, which each pen draws first</source>
        <translation>Un angle à chaque coin autour du dessin, que chaque stylo trace d’abord</translation>
    </message>
    <message>
        <source>Crosses</source>
        <translation>Croix</translation>
    </message>
    <message>
        <source>A cross at each corner around the drawing, which each pen draws first</source>
        <translation>Une croix à chaque coin autour du dessin, que chaque stylo trace d’abord</translation>
    </message>
    <message>
        <source>Selected strokes only ({count})</source>
        <translation>Traits sélectionnés seulement ({count})</translation>
    </message>
    <message>
        <source>Leave out what is not selected, and measure what is</source>
        <translation>Laisser de côté ce qui n’est pas sélectionné, et mesurer ce qui l’est</translation>
    </message>
    <message>
        <source>Select strokes on the sheet first</source>
        <translation>Sélectionnez d’abord des traits sur la feuille</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>STROKES</source>
        <translation>TRAITS</translation>
    </message>
    <message>
        <source>Fill the page</source>
        <translation>Remplir la page</translation>
    </message>
    <message>
        <source>Print {name}</source>
        <translation>Imprimer {name}</translation>
    </message>
    <message>
        <source>Fit to the page</source>
        <translation>Ajuster à la page</translation>
    </message>
    <message>
        <source>As large as the page allows; else at true size, {size}</source>
        <translation>Aussi grand que la page le permet ; sinon en vraie grandeur, {size}</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituel</translation>
    </message>
    <message>
        <source>New each time</source>
        <translation>Nouvelle chaque fois</translation>
    </message>
    <message>
        <source>Take another seed for each request; without it, the same request makes the same pictures</source>
        <translation>Prendre une autre graine à chaque demande ; sinon la même demande fait les mêmes images</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>Strokes at most</source>
        <translation>Traits au plus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The best here</source>
        <translation>Le meilleur ici</translation>
    </message>
    <message>
        <source>The first picture&apos;s, 0 to {MAX_SEED:,}; the next ones have the next numbers. The same seed makes the
same picture again of the same words. Double-click the name for another one.</source>
        <translation>Celle de la première image, de 0 à {MAX_SEED:,} ; les suivantes ont les nombres suivants. La même graine refait
la même image des mêmes mots. Un double-clic sur le nom en prend une autre.</translation>
    </message>
    <message>
        <source>How often a picture is gone over in each stage, {MIN_STEPS} to {MAX_STEPS}: more take longer.</source>
        <translation>Combien de fois une image est reprise à chaque étape, de {MIN_STEPS} à {MAX_STEPS} : plus prend plus de temps.</translation>
    </message>
    <message>
        <source>How closely a picture keeps to what is asked, 1 to {MAX_GUIDANCE:g}: more is plainer and less varied.</source>
        <translation>Combien une image s’en tient à la demande, de 1 à {MAX_GUIDANCE:g} : plus est plus simple et moins varié.</translation>
    </message>
    <message>
        <source>{about}
Double-click the name to go back to the model’s usual number.</source>
        <translation>{about}
Un double-clic sur le nom revient au nombre habituel du modèle.</translation>
    </message>
    <message>
        <source>Which model imagines; where it cannot do what is asked, the best one that is here does.
Double-click the name to leave the choice to Taureau.</source>
        <translation>Quel modèle imagine ; là où il ne peut pas, le meilleur présent le fait.
Un double-clic sur le nom laisse le choix à Taureau.</translation>
    </message>
    <message>
        <source>Automatic: on the graphics card where there is a usable one. Processor: slower, and it needs no memory
of the graphics card. Double-click the name to go back to automatic.</source>
        <translation>Auto : sur la carte graphique s’il y en a une utilisable. Processeur : plus lent, sans mémoire
de la carte graphique. Un double-clic sur le nom revient à auto.</translation>
    </message>
    <message>
        <source>The most strokes that a drawing has, 1 to {value}; the usual number is what the thing takes.
Double-click the name to go back to the usual number.</source>
        <translation>Le plus de traits d’un dessin, de 1 à {value} ; d’habitude ce qu’il faut à la chose.
Un double-clic sur le nom revient au nombre habituel.</translation>
    </message>
    <message>
        <source>Generating images needs</source>
        <translation>Produire des images demande</translation>
    </message>
    <message>
        <source>Making variations needs</source>
        <translation>Faire des variations demande</translation>
    </message>
    <message>
        <source>Blending two images needs</source>
        <translation>Fondre deux images demande</translation>
    </message>
    <message>
        <source>Changing an image by words needs</source>
        <translation>Changer une image par des mots demande</translation>
    </message>
    <message>
        <source>The catalogue has no model that imagines.</source>
        <translation>Le catalogue n’a pas de modèle qui imagine.</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Comme écrit</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Une photo</translation>
    </message>
    <message>
        <source>On plain white</source>
        <translation>Sur fond blanc</translation>
    </message>
    <message>
        <source>A line drawing</source>
        <translation>Un dessin au trait</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Imagine it (Enter)</source>
        <translation>L’imaginer (Entrée)</translation>
    </message>
    <message>
        <source>Type what is to be shown, or open a photo or a drawing, to vary, blend and change it.</source>
        <translation>Écrivez ce qu’il faut montrer, ou ouvrez une photo ou un dessin, pour le varier, le fondre et le changer.</translation>
    </message>
    <message>
        <source>Type what is to be shown, or use this photo, to vary, blend and change it.</source>
        <translation>Écrivez ce qu’il faut montrer, ou utilisez cette photo, pour varier, fondre et changer.</translation>
    </message>
    <message>
        <source>Type what is to be shown, or use this drawing, to vary, blend and change it.</source>
        <translation>Écrivez ce qu’il faut montrer, ou utilisez ce dessin, pour varier, fondre et changer.</translation>
    </message>
    <message>
        <source>Imagine</source>
        <translation>Imaginer</translation>
    </message>
    <message>
        <source>a red fox</source>
        <translation>un renard roux</translation>
    </message>
    <message>
        <source>What is to be shown</source>
        <translation>Ce qu’il faut montrer</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Strokes: drawings that can be edited, in seconds, by Taureau itself.
Pixels: pictures by an unCLIP model such as Karlo, a large download.</source>
        <translation>Traits : des dessins modifiables, en quelques secondes, par Taureau lui-même.
Pixels : des images d’un modèle unCLIP comme Karlo, un gros téléchargement.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Words put around yours; plain backgrounds make pictures that draw well</source>
        <translation>Des mots autour des vôtres ; des fonds simples font des images qui se dessinent bien</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>Combien d’images</translation>
    </message>
    <message>
        <source>how many pictures are made</source>
        <translation>combien d’images sont faites</translation>
    </message>
    <message>
        <source> of them</source>
        <translation> d’entre elles</translation>
    </message>
    <message>
        <source>Show values that are rarely needed</source>
        <translation>Montrer les valeurs rarement utiles</translation>
    </message>
    <message>
        <source>Vary, blend or change what is on the canvas</source>
        <translation>Varier, fondre ou changer ce qui est sur la feuille</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Vary, blend or change a photo or a drawing from a file</source>
        <translation>Varier, fondre ou changer une photo ou un dessin d’un fichier</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Ramener</translation>
    </message>
    <message>
        <source>Bring back what was discarded last (Ctrl+Z)</source>
        <translation>Ramener ce qui a été abandonné en dernier (Ctrl+Z)</translation>
    </message>
    <message>
        <source>How far the pictures are</source>
        <translation>Où en sont les images</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop within a step (Esc); pictures that are ready stay</source>
        <translation>Arrêter en un pas (Échap) ; les images prêtes restent</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Stop this request and those that wait</source>
        <translation>Arrêter cette demande et celles qui attendent</translation>
    </message>
    <message>
        <source>The catalogue has no model that imagines</source>
        <translation>Le catalogue n’a pas de modèle qui imagine</translation>
    </message>
    <message>
        <source>Type what is to be shown</source>
        <translation>Écrivez ce qu’il faut montrer</translation>
    </message>
    <message>
        <source>As sent: {sent}</source>
        <translation>Tel qu’envoyé : {sent}</translation>
    </message>
    <message>
        <source>Use this drawing</source>
        <translation>Utiliser ce dessin</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Utiliser cette photo</translation>
    </message>
    <message>
        <source>Picture {min} of {expected}</source>
        <translation>Image {min} sur {expected}</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>{stage}, step {step} of {total}</source>
        <translation>{stage}, pas {step} sur {total}</translation>
    </message>
    <message>
        <source>{clock_text} left</source>
        <translation>{clock_text} restant</translation>
    </message>
    <message numerus="yes">
        <source>%n more request(s)</source>
        <translation>
            <numerusform>%n demande de plus</numerusform>
            <numerusform>%n demandes de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the pictures that are being imagined</source>
        <translation>Montrer les images qui s’imaginent</translation>
    </message>
    <message>
        <source>Imagining: {words}</source>
        <translation>Imagine : {words}</translation>
    </message>
    <message>
        <source>Stop “{title}”; pictures that are ready stay</source>
        <translation>Arrêter « {title} » ; les images prêtes restent</translation>
    </message>
    <message>
        <source>Discard all of these pictures; this can be undone</source>
        <translation>Abandonner toutes ces images ; cela peut s’annuler</translation>
    </message>
    <message>
        <source>its pictures were discarded</source>
        <translation>ses images ont été abandonnées</translation>
    </message>
    <message>
        <source>From picture {number}</source>
        <translation>D’après l’image {number}</translation>
    </message>
    <message>
        <source>Go to picture {number}</source>
        <translation>Aller à l’image {number}</translation>
    </message>
    <message>
        <source>Picture {number} was discarded: bring it back</source>
        <translation>L’image {number} a été abandonnée : la ramener</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Pris pour</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Jusqu’où</translation>
    </message>
    <message>
        <source>Place in the strip</source>
        <translation>Place dans la bande</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Image {number}</translation>
    </message>
    <message>
        <source>A picture that is awaited</source>
        <translation>Une image attendue</translation>
    </message>
    <message>
        <source>{number} · seed {seed}</source>
        <translation>{number} · graine {seed}</translation>
    </message>
    <message>
        <source>How much of {phrase} is seen</source>
        <translation>Combien de {phrase} se voit</translation>
    </message>
    <message>
        <source>
It shows this least.</source>
        <translation>
C’est ce qu’elle montre le moins.</translation>
    </message>
    <message>
        <source>
Nothing of it is seen.</source>
        <translation>
Rien n’en est vu.</translation>
    </message>
    <message>
        <source>{phrase}{said}
How near {encoder} sees the picture to these words: {cosine:.2f}; an empty sheet: {blank:.2f}.
The bars compare what the picture has more than the sheet.</source>
        <translation>{phrase}{said}
Combien {encoder} voit l’image proche de ces mots : {cosine:.2f} ; une feuille vide : {blank:.2f}.
Les barres comparent ce que l’image a de plus que la feuille.</translation>
    </message>
    <message>
        <source>Sketch it</source>
        <translation>La dessiner</translation>
    </message>
    <message>
        <source>Draw this picture, as if it were a photo</source>
        <translation>Dessiner cette image comme une photo</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L’utiliser</translation>
    </message>
    <message>
        <source>Make this the drawing on the sheet; undo brings back what is there</source>
        <translation>En faire le dessin sur la feuille ; annuler ramène ce qui y est</translation>
    </message>
    <message>
        <source>Vary it</source>
        <translation>La varier</translation>
    </message>
    <message>
        <source>Imagine more of the same</source>
        <translation>En imaginer d’autres semblables</translation>
    </message>
    <message>
        <source>How many variations</source>
        <translation>Combien de variations</translation>
    </message>
    <message>
        <source>how many variations are made</source>
        <translation>combien de variations sont faites</translation>
    </message>
    <message>
        <source>Blend…</source>
        <translation>Fondre…</translation>
    </message>
    <message>
        <source>Generate a strip of pictures from this one to another</source>
        <translation>Produire une bande d’images de celle-ci à une autre</translation>
    </message>
    <message>
        <source>Pictures of the blend</source>
        <translation>Images du fondu</translation>
    </message>
    <message>
        <source>pictures of the strip, both ends among them</source>
        <translation>images de la bande, les deux bouts compris</translation>
    </message>
    <message>
        <source>Steer…</source>
        <translation>Orienter…</translation>
    </message>
    <message>
        <source>Change it from one sentence toward another</source>
        <translation>La changer d’une phrase vers une autre</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>Write it into a file, with how it was made</source>
        <translation>L’écrire dans un fichier, avec la façon dont il a été fait</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Take the picture away (Delete); this can be undone</source>
        <translation>Ôter l’image (Suppr) ; cela peut s’annuler</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Tant pis</translation>
    </message>
    <message>
        <source>Cancel the blend (Esc)</source>
        <translation>Annuler le fondu (Échap)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Picture 888</source>
        <translation>Image 888</translation>
    </message>
    <message>
        <source>a photo of </source>
        <translation>une photo de </translation>
    </message>
    <message>
        <source>{of}a cat</source>
        <translation>{of}chat</translation>
    </message>
    <message>
        <source>{of}a lion</source>
        <translation>{of}lion</translation>
    </message>
    <message>
        <source>Click the picture to blend {number} with</source>
        <translation>Cliquez l’image avec laquelle fondre {number}</translation>
    </message>
    <message>
        <source>{upper}{value}, {low} to {MAX_IMAGES}.
Ctrl+Backspace goes back to {default}.</source>
        <translation>{upper}{value}, de {low} à {MAX_IMAGES}.
Ctrl+Retour arrière revient à {default}.</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>Orienter</translation>
    </message>
    <message>
        <source>Imagine the changed picture</source>
        <translation>Imaginer l’image changée</translation>
    </message>
    <message>
        <source>a photo of a cat</source>
        <translation>une photo d’un chat</translation>
    </message>
    <message>
        <source>a photo of a lion</source>
        <translation>une photo d’un lion</translation>
    </message>
    <message>
        <source>{said} which words</source>
        <translation>{said} quels mots</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Ce qu’elle montre</translation>
    </message>
    <message>
        <source>What it is to show</source>
        <translation>Ce qu’elle doit montrer</translation>
    </message>
    <message>
        <source>How far it goes from the picture: 0 % leaves it as it is, 100 % keeps nothing but the words;
{value:.0f} % does well. Double-click the name to go back to it.</source>
        <translation>Combien cela s’éloigne de l’image : 0 % la laisse telle quelle, 100 % ne garde que les mots ;
{value:.0f} % va bien. Un double-clic sur le nom y revient.</translation>
    </message>
    <message>
        <source>Say what it shows and what it is to show</source>
        <translation>Dites ce qu’elle montre et ce qu’elle doit montrer</translation>
    </message>
    <message>
        <source>Both are the same</source>
        <translation>Les deux sont pareils</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Download it, going on where an earlier fetch stopped</source>
        <translation>Télécharger, en reprenant où un essai s’était arrêté</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Import it from a file or folder</source>
        <translation>Importer d’un fichier ou d’un dossier</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Read its files and compare their hashes</source>
        <translation>Lire ses fichiers et comparer leurs sommes de contrôle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete its files from this machine</source>
        <translation>Effacer ses fichiers de cette machine</translation>
    </message>
    <message>
        <source>Delete its files now</source>
        <translation>Effacer ses fichiers maintenant</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Le laisser</translation>
    </message>
    <message>
        <source>Leave it on this machine</source>
        <translation>Le laisser sur cette machine</translation>
    </message>
    <message>
        <source>Stop; what was fetched is kept for the next time</source>
        <translation>Arrêter ; ce qui est téléchargé est gardé pour la prochaine fois</translation>
    </message>
    <message>
        <source>Progress with {name}</source>
        <translation>Avancement de {name}</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>D’un &amp;fichier…</translation>
    </message>
    <message>
        <source>From a f&amp;older…</source>
        <translation>D’un d&amp;ossier…</translation>
    </message>
    <message>
        <source>Remove {name} from this machine?</source>
        <translation>Supprimer {name} de cette machine ?</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>about {megabytes}</source>
        <translation>environ {megabytes}</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Intégré</translation>
    </message>
    <message>
        <source>On this machine, {megabytes}</source>
        <translation>Sur cette machine, {megabytes}</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Abîmé</translation>
    </message>
    <message>
        <source>{megabytes} fetched{value}</source>
        <translation>{megabytes} téléchargés{value}</translation>
    </message>
    <message>
        <source>Not on this machine, {size}</source>
        <translation>Pas sur cette machine, {size}</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>Pas sur cette machine</translation>
    </message>
    <message>
        <source> of {megabytes}</source>
        <translation> sur {megabytes}</translation>
    </message>
    <message>
        <source>, file {number} of {count}</source>
        <translation>, fichier {number} sur {count}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Taureau draws without any of these. Each is fetched once, when you ask for it, or imported from a file, a folder or a memory stick; nothing else goes over the network.</source>
        <translation>Taureau dessine sans aucun de ceux-ci. Chacun est téléchargé une fois, à votre demande, ou importé d’un fichier, d’un dossier ou d’une clé ; rien d’autre ne passe par le réseau.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Montrer le dossier</translation>
    </message>
    <message>
        <source>Open the folder of the models</source>
        <translation>Ouvrir le dossier des modèles</translation>
    </message>
    <message>
        <source>Close this page; transfers go on (Esc)</source>
        <translation>Fermer cette page ; les transferts continuent (Échap)</translation>
    </message>
    <message>
        <source>Stored in {folder}</source>
        <translation>Rangés dans {folder}</translation>
    </message>
    <message>
        <source>Open {page}</source>
        <translation>Ouvrir {page}</translation>
    </message>
    <message>
        <source>{licence}, licence of {name}</source>
        <translation>{licence}, licence de {name}</translation>
    </message>
    <message>
        <source>cat, dog, cup</source>
        <translation>chat, chien, tasse</translation>
    </message>
    <message>
        <source>Labels to choose among</source>
        <translation>Noms entre lesquels choisir</translation>
    </message>
    <message>
        <source>What it might be: words with commas between them. They are remembered. Empty: the best of 1,000 names</source>
        <translation>Ce que cela pourrait être : des mots séparés par des virgules. Ils sont retenus. Vide : les meilleurs de 1000 noms</translation>
    </message>
    <message>
        <source>Get an encoder…</source>
        <translation>Obtenir un encodeur…</translation>
    </message>
    <message>
        <source>Show the models that read words, to fetch or import one</source>
        <translation>Montrer les modèles qui lisent les mots, pour en télécharger ou importer un</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Voit</translation>
    </message>
    <message>
        <source>Naming what is seen needs an encoder that reads words.</source>
        <translation>Nommer ce qui est vu demande un encodeur qui lit les mots.</translation>
    </message>
    <message>
        <source>Type at least two things it might be, with commas between them.</source>
        <translation>Écrivez au moins deux choses possibles, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Regarde…</translation>
    </message>
    <message>
        <source>The best of 1,000 names that Taureau’s own networks tell apart.</source>
        <translation>Les meilleurs de 1000 noms que distinguent les réseaux de Taureau.</translation>
    </message>
    <message>
        <source>{name} was asked: {asked}, and so for each.</source>
        <translation>On a demandé à {name} : {asked}, et ainsi pour chacun.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} n’est plus là.</translation>
    </message>
    <message>
        <source>It was in {parent}.</source>
        <translation>Il était dans {parent}.</translation>
    </message>
    <message>
        <source>The clipboard holds neither strokes nor a picture.</source>
        <translation>Le presse-papiers ne contient ni traits ni image.</translation>
    </message>
    <message>
        <source>Copy some first.</source>
        <translation>Copiez-en d’abord.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Enregistrer le dessin</translation>
    </message>
    <message>
        <source>The drawing was discarded.</source>
        <translation>Le dessin a été abandonné.</translation>
    </message>
    <message>
        <source>Show the pictures</source>
        <translation>Montrer les images</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <source>{pictures} of “{title}” {value} ready.</source>
        <translation>{pictures} de « {title} » {value} prêt.</translation>
    </message>
    <message>
        <source>{pictures} from last time {value} on the Imagine page.</source>
        <translation>{pictures} de la dernière fois {value} sur la page Imaginer.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Your drawing is as it was. Save it, then start Taureau again.</source>
        <translation>Votre dessin est comme il était. Enregistrez-le, puis relancez Taureau.</translation>
    </message>
    <message>
        <source>Something went wrong ({reason}).</source>
        <translation>Quelque chose a mal tourné ({reason}).</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Départs</translation>
    </message>
    <message>
        <source>The kind of file</source>
        <translation>Le type de fichier</translation>
    </message>
    <message>
        <source>Animated SVG</source>
        <translation>SVG animé</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>WebP animé</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>Vidéo MP4</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>Vidéo WebM</translation>
    </message>
    <message>
        <source>Of the film, 16 to 4096 px</source>
        <translation>Du film, de 16 à 4096 px</translation>
    </message>
    <message>
        <source>Drawing takes</source>
        <translation>Le tracé dure</translation>
    </message>
    <message>
        <source>as long as by hand</source>
        <translation>comme à la main</translation>
    </message>
    <message>
        <source>From the first stroke to the last, up to 120 s; 0: what the strokes ask for</source>
        <translation>Du premier trait au dernier, jusqu’à 120 s ; 0 : ce que les traits demandent</translation>
    </message>
    <message>
        <source>Then stays</source>
        <translation>Reste ensuite</translation>
    </message>
    <message>
        <source>How long the finished drawing stays at the end, up to 60 s</source>
        <translation>Combien de temps le dessin achevé reste à la fin, jusqu’à 60 s</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>The colour of the paper; SVG and Lottie can be without</source>
        <translation>La couleur du papier ; SVG et Lottie peuvent s’en passer</translation>
    </message>
    <message>
        <source>The drawing alone</source>
        <translation>Le dessin seul</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>À côté</translation>
    </message>
    <message>
        <source>The photo at the left of the drawing</source>
        <translation>La photo à gauche du dessin</translation>
    </message>
    <message>
        <source>Beneath</source>
        <translation>Dessous</translation>
    </message>
    <message>
        <source>The photo under the drawing; it fades while the lines are drawn</source>
        <translation>La photo sous le dessin ; elle s’efface pendant que les lignes se tracent</translation>
    </message>
    <message>
        <source>There is no photo beneath this drawing</source>
        <translation>Il n’y a pas de photo sous ce dessin</translation>
    </message>
    <message>
        <source>As in the drawing</source>
        <translation>Comme dans le dessin</translation>
    </message>
    <message>
        <source>Without paper</source>
        <translation>Sans papier</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TEMPS</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>IMAGE</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>WINDOW</source>
        <translation>FENÊTRE</translation>
    </message>
    <message>
        <source>New strokes appear along their length; off for no motion</source>
        <translation>Les nouveaux traits apparaissent sur leur longueur ; désactivé pour aucun mouvement</translation>
    </message>
    <message>
        <source>Animate new strokes</source>
        <translation>Animer les nouveaux traits</translation>
    </message>
    <message>
        <source>Panel of strokes and layers</source>
        <translation>Panneau des traits et calques</translation>
    </message>
    <message>
        <source>Width, colour and order of strokes, and the layers</source>
        <translation>Largeur, couleur et ordre des traits, et les calques</translation>
    </message>
    <message>
        <source>Panel of what it sees</source>
        <translation>Panneau de ce qu’il voit</translation>
    </message>
    <message>
        <source>Names what is seen in photo and drawing</source>
        <translation>Nomme ce qui est vu dans la photo et le dessin</translation>
    </message>
    <message>
        <source>Fingers draw</source>
        <translation>Les doigts dessinent</translation>
    </message>
    <message>
        <source>One finger draws; else it moves the sheet, and pen or mouse draw</source>
        <translation>Un doigt dessine ; sinon il déplace la feuille, et le stylet ou la souris dessinent</translation>
    </message>
    <message>
        <source>SHEET</source>
        <translation>FEUILLE</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>At the edges of the sheet; guides are dragged out of them</source>
        <translation>Aux bords de la feuille ; on en tire des guides</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>The lines that help to draw, kept in the file</source>
        <translation>Les lignes qui aident à dessiner, gardées dans le fichier</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>A faint grid on the sheet</source>
        <translation>Une grille pâle sur la feuille</translation>
    </message>
    <message>
        <source>SNAPPING</source>
        <translation>AIMANT</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Aimanter</translation>
    </message>
    <message>
        <source>What is dragged or drawn jumps to what is near; Alt suspends it</source>
        <translation>Ce qu’on glisse ou dessine saute à ce qui est proche ; Alt le suspend</translation>
    </message>
    <message>
        <source>to nodes and ends of strokes</source>
        <translation>aux nœuds et bouts des traits</translation>
    </message>
    <message>
        <source>The points that strokes run through</source>
        <translation>Les points par où passent les traits</translation>
    </message>
    <message>
        <source>to guides</source>
        <translation>aux guides</translation>
    </message>
    <message>
        <source>While they are shown</source>
        <translation>Tant qu’ils sont montrés</translation>
    </message>
    <message>
        <source>to edges and centre of the sheet</source>
        <translation>aux bords et au centre de la feuille</translation>
    </message>
    <message>
        <source>The page, and the lines through its middle</source>
        <translation>La page, et les lignes par son milieu</translation>
    </message>
    <message>
        <source>to the grid</source>
        <translation>à la grille</translation>
    </message>
    <message>
        <source>While it is shown</source>
        <translation>Tant qu’elle est montrée</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>FICHIERS</translation>
    </message>
    <message>
        <source>Keep the photo in saved drawings</source>
        <translation>Garder la photo dans les dessins enregistrés</translation>
    </message>
    <message>
        <source>So that a drawing opened later can be continued</source>
        <translation>Pour pouvoir continuer un dessin rouvert plus tard</translation>
    </message>
    <message>
        <source>Print as large as the page allows</source>
        <translation>Imprimer aussi grand que la page le permet</translation>
    </message>
    <message>
        <source>Off: print at the size of the drawing</source>
        <translation>Désactivé : imprimer à la taille du dessin</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Set everything here to its default</source>
        <translation>Remettre tout ici à sa valeur par défaut</translation>
    </message>
    <message>
        <source>Millimetres, or inches in the United States</source>
        <translation>Millimètres, ou pouces aux États-Unis</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>Selon la région</translation>
    </message>
    <message>
        <source>Show every length in {plural}</source>
        <translation>Montrer toute longueur en {plural}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Clair ou sombre, comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Toujours clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Toujours sombre</translation>
    </message>
    <message>
        <source>New paper</source>
        <translation>Papier neuf</translation>
    </message>
    <message>
        <source>The paper of drawings that are begun; each keeps its own</source>
        <translation>Le papier des dessins commencés ; chacun garde le sien</translation>
    </message>
    <message>
        <source>Grid spacing</source>
        <translation>Pas de la grille</translation>
    </message>
    <message>
        <source>Snapping distance</source>
        <translation>Distance d’aimant</translation>
    </message>
    <message>
        <source>Everything here applies at once (Esc)</source>
        <translation>Tout ici s’applique aussitôt (Échap)</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>À moins de</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Récents</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
    <message>
        <source>Not now: they are offered again at the next start</source>
        <translation>Pas maintenant : ils seront proposés à nouveau au prochain démarrage</translation>
    </message>
    <message>
        <source>a drawing that was not saved. It was</source>
        <translation>un dessin qui n’était pas enregistré. Il a été</translation>
    </message>
    <message>
        <source>drawings that were not saved. They were</source>
        <translation>des dessins qui n’étaient pas enregistrés. Ils ont été</translation>
    </message>
    <message>
        <source>Taureau ended unexpectedly with {what} kept.</source>
        <translation>Taureau s’est arrêté de façon inattendue avec {what} gardé.</translation>
    </message>
    <message>
        <source>{name}, not in a file yet</source>
        <translation>{name}, pas encore dans un fichier</translation>
    </message>
    <message>
        <source>{about}, while it was drawn</source>
        <translation>{about}, pendant qu’on le dessinait</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Open it as it was, unsaved</source>
        <translation>L’ouvrir comme il était, non enregistré</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>Restaurer {name}</translation>
    </message>
    <message>
        <source>Discard it; it can be restored until the window closes</source>
        <translation>L’abandonner ; il peut être ramené jusqu’à la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Discard {name}</source>
        <translation>Abandonner {name}</translation>
    </message>
    <message>
        <source>Picture of the drawing</source>
        <translation>Image du dessin</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>{toString} at {time}</source>
        <translation>{toString} à {time}</translation>
    </message>
    <message>
        <source>{level} of {counted}</source>
        <translation>{level} sur {counted}</translation>
    </message>
    <message>
        <source>&amp;Units</source>
        <translation>&amp;Unités</translation>
    </message>
    <message>
        <source>Size of the sheet</source>
        <translation>Taille de la feuille</translation>
    </message>
    <message>
        <source>The drawing is printed at {text}, unless the export sets another size.</source>
        <translation>Le dessin s’imprime à {text}, sauf si l’export fixe une autre taille.</translation>
    </message>
    <message>
        <source>{printed}
Click to choose another unit.</source>
        <translation>{printed}
Cliquez pour choisir une autre unité.</translation>
    </message>
    <message>
        <source>Size of the sheet: {text}</source>
        <translation>Taille de la feuille : {text}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show device, encoder, loss, seed and memory</source>
        <translation>Montrer matériel, encodeur, perte, graine et mémoire</translation>
    </message>
    <message>
        <source>Finding the subject</source>
        <translation>Recherche du sujet</translation>
    </message>
    <message>
        <source>Device, threads, encoder, loss, seed, memory</source>
        <translation>Matériel, fils, encodeur, perte, graine, mémoire</translation>
    </message>
    <message>
        <source>{value:.0f} MB</source>
        <translation>{value:.0f} Mo</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 fil</translation>
    </message>
    <message>
        <source>{threads} threads</source>
        <translation>{threads} fils</translation>
    </message>
    <message>
        <source>loss {final_loss:.3g}</source>
        <translation>perte {final_loss:.3g}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
    <message>
        <source>How the latest drawing was computed, and the memory that Taureau uses</source>
        <translation>Comment le dernier dessin a été calculé, et la mémoire qu’utilise Taureau</translation>
    </message>
    <message>
        <source>The memory that Taureau uses; device and encoder follow with the first run</source>
        <translation>La mémoire qu’utilise Taureau ; matériel et encodeur suivent au premier tracé</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>{name}[*] — Taureau</source>
        <translation>{name}[*] — Taureau</translation>
    </message>
    <message>
        <source>To the &amp;front</source>
        <translation>Au &amp;premier plan</translation>
    </message>
    <message>
        <source>Draw the selected strokes last</source>
        <translation>Dessiner les traits sélectionnés en dernier</translation>
    </message>
    <message>
        <source>&amp;Raise</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>Bords &amp;gauches</translation>
    </message>
    <message>
        <source>Bring the left edges onto one line</source>
        <translation>Amener les bords gauches sur une ligne</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>&amp;Centres</translation>
    </message>
    <message>
        <source>Bring the centres onto one upright line</source>
        <translation>Amener les centres sur une verticale</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>Bords &amp;droits</translation>
    </message>
    <message>
        <source>Bring the right edges onto one line</source>
        <translation>Amener les bords droits sur une ligne</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>Bords &amp;hauts</translation>
    </message>
    <message>
        <source>Bring the top edges onto one line</source>
        <translation>Amener les bords hauts sur une ligne</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>&amp;Milieux</translation>
    </message>
    <message>
        <source>Bring the middles onto one level line</source>
        <translation>Amener les milieux sur une horizontale</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Bords bas</translation>
    </message>
    <message>
        <source>Bring the bottom edges onto one line</source>
        <translation>Amener les bords bas sur une ligne</translation>
    </message>
    <message>
        <source>&amp;Gaps across</source>
        <translation>&amp;Écarts horizontaux</translation>
    </message>
    <message>
        <source>Make the gaps from left to right equal</source>
        <translation>Égaliser les écarts de gauche à droite</translation>
    </message>
    <message>
        <source>G&amp;aps down</source>
        <translation>Écarts &amp;verticaux</translation>
    </message>
    <message>
        <source>Make the gaps from top to bottom equal</source>
        <translation>Égaliser les écarts de haut en bas</translation>
    </message>
    <message>
        <source>&amp;Centres across</source>
        <translation>&amp;Centres horizontaux</translation>
    </message>
    <message>
        <source>Make the steps from centre to centre equal, from left to right</source>
        <translation>Égaliser les pas de centre à centre, de gauche à droite</translation>
    </message>
    <message>
        <source>C&amp;entres down</source>
        <translation>C&amp;entres verticaux</translation>
    </message>
    <message>
        <source>Make the steps from centre to centre equal, from top to bottom</source>
        <translation>Égaliser les pas de centre à centre, de haut en bas</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Disposer</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grouper</translation>
    </message>
    <message>
        <source>Make the selected strokes one, to be selected and moved as a whole (Ctrl+G)</source>
        <translation>Réunir les traits sélectionnés, pour les sélectionner et déplacer ensemble (Ctrl+G)</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>Déga&amp;ger le groupe</translation>
    </message>
    <message>
        <source>Take the selected groups apart (Ctrl+Shift+G)</source>
        <translation>Défaire les groupes sélectionnés (Ctrl+Maj+G)</translation>
    </message>
    <message>
        <source>{tooltip} of their layer ({keys})</source>
        <translation>{tooltip}, dans leur calque ({keys})</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>&amp;Aligner</translation>
    </message>
    <message>
        <source>Bring edges or middles onto one line</source>
        <translation>Amener bords ou milieux sur une ligne</translation>
    </message>
    <message>
        <source>D&amp;istribute</source>
        <translation>&amp;Répartir</translation>
    </message>
    <message>
        <source>Make gaps, or steps from centre to centre, equal</source>
        <translation>Égaliser les écarts, ou les pas de centre à centre</translation>
    </message>
    <message>
        <source>&amp;Mirror left to right</source>
        <translation>Retourner &amp;horizontalement</translation>
    </message>
    <message>
        <source>Mirror &amp;top to bottom</source>
        <translation>Retourner &amp;verticalement</translation>
    </message>
    <message>
        <source>Exchange left and right of what is selected (Shift+H)</source>
        <translation>Échanger gauche et droite de la sélection (Maj+H)</translation>
    </message>
    <message>
        <source>Exchange top and bottom of what is selected (Shift+V)</source>
        <translation>Échanger haut et bas de la sélection (Maj+V)</translation>
    </message>
    <message>
        <source>&amp;Join ends</source>
        <translation>&amp;Joindre les bouts</translation>
    </message>
    <message>
        <source>&amp;Close lines</source>
        <translation>&amp;Fermer les lignes</translation>
    </message>
    <message>
        <source>Re&amp;verse lines</source>
        <translation>In&amp;verser les lignes</translation>
    </message>
    <message>
        <source>Make the selected strokes one, at their nearest ends (Shift+J)</source>
        <translation>Faire un seul trait des traits sélectionnés, à leurs bouts les plus proches (Maj+J)</translation>
    </message>
    <message>
        <source>Bring both ends of each selected stroke together</source>
        <translation>Réunir les deux bouts de chaque trait sélectionné</translation>
    </message>
    <message>
        <source>Draw the selected strokes from their other ends (Shift+R)</source>
        <translation>Dessiner les traits sélectionnés par l’autre bout (Maj+R)</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>&amp;Nœuds</translation>
    </message>
    <message>
        <source>What can be done with the selected nodes</source>
        <translation>Ce qu’on peut faire des nœuds sélectionnés</translation>
    </message>
    <message>
        <source>{tooltip}; a group counts as one</source>
        <translation>{tooltip} ; un groupe compte pour un</translation>
    </message>
    <message>
        <source>To the &amp;sheet</source>
        <translation>À la &amp;feuille</translation>
    </message>
    <message>
        <source>Align and distribute on the whole sheet, as a single stroke always is</source>
        <translation>Aligner et répartir sur toute la feuille, comme toujours un trait seul</translation>
    </message>
    <message>
        <source>{tooltip}; of three or more, the outermost stay</source>
        <translation>{tooltip} ; de trois ou plus, les extrêmes restent</translation>
    </message>
    <message>
        <source>Draw the selected strokes one later</source>
        <translation>Dessiner les traits sélectionnés un rang plus tard</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Draw the selected strokes one earlier</source>
        <translation>Dessiner les traits sélectionnés un rang plus tôt</translation>
    </message>
    <message>
        <source>To the &amp;back</source>
        <translation>À l’&amp;arrière-plan</translation>
    </message>
    <message>
        <source>Draw the selected strokes first</source>
        <translation>Dessiner les traits sélectionnés en premier</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>A second of each selected stroke beside it (Ctrl+D)</source>
        <translation>Un second de chaque trait sélectionné, à côté (Ctrl+D)</translation>
    </message>
    <message>
        <source>Colour {value}</source>
        <translation>Couleur {value}</translation>
    </message>
    <message>
        <source>Another colour, by eye or as #rrggbb</source>
        <translation>Une autre couleur, à l’œil ou en #rrggbb</translation>
    </message>
    <message>
        <source>Colour of strokes</source>
        <translation>Couleur des traits</translation>
    </message>
    <message>
        <source>The look: as by ink, pencil or marker. Save keeps the drawing&apos;s own ink; Export can use the look.</source>
        <translation>L’aspect : comme à l’encre, au crayon ou au feutre. L’enregistrement garde l’encre du dessin ; l’export peut prendre l’aspect.</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>&amp;Encre</translation>
    </message>
    <message>
        <source>The drawing as it is</source>
        <translation>Le dessin tel quel</translation>
    </message>
    <message>
        <source>&amp;Pencil</source>
        <translation>&amp;Crayon</translation>
    </message>
    <message>
        <source>Thinner and paler. Save keeps the drawing&apos;s own ink; Export can use this look.</source>
        <translation>Plus fin et plus pâle. L’enregistrement garde l’encre du dessin ; l’export peut prendre cet aspect.</translation>
    </message>
    <message>
        <source>&amp;Marker</source>
        <translation>&amp;Feutre</translation>
    </message>
    <message>
        <source>Broad, and shining through. Save keeps the drawing&apos;s own ink; Export can use this look.</source>
        <translation>Large et translucide. L’enregistrement garde l’encre du dessin ; l’export peut prendre cet aspect.</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aspect</translation>
    </message>
    <message>
        <source>Hide this layer (Space)</source>
        <translation>Cacher ce calque (Espace)</translation>
    </message>
    <message>
        <source>Show this layer (Space)</source>
        <translation>Montrer ce calque (Espace)</translation>
    </message>
    <message>
        <source>Open this layer to changes (L)</source>
        <translation>Ouvrir ce calque aux changements (L)</translation>
    </message>
    <message>
        <source>Hold everything on this layer as it is (L)</source>
        <translation>Tenir tout ce calque tel quel (L)</translation>
    </message>
    <message>
        <source>Double-click to rename it (F2), drag it to move it (Alt+Up, Alt+Down)</source>
        <translation>Double-clic pour renommer (F2), glisser pour déplacer (Alt+Haut, Alt+Bas)</translation>
    </message>
    <message>
        <source>, 1 group</source>
        <translation>, 1 groupe</translation>
    </message>
    <message>
        <source>, {groups} groups</source>
        <translation>, {groups} groupes</translation>
    </message>
    <message>
        <source>Layer {name}, {join}</source>
        <translation>Calque {name}, {join}</translation>
    </message>
    <message>
        <source>&amp;Add a layer</source>
        <translation>&amp;Ajouter un calque</translation>
    </message>
    <message>
        <source>Add an empty layer above this one</source>
        <translation>Ajouter un calque vide au-dessus de celui-ci</translation>
    </message>
    <message>
        <source>&amp;Remove the layer</source>
        <translation>&amp;Supprimer le calque</translation>
    </message>
    <message>
        <source>Remove this layer with its strokes</source>
        <translation>Supprimer ce calque avec ses traits</translation>
    </message>
    <message>
        <source>Move the layer &amp;up</source>
        <translation>&amp;Monter le calque</translation>
    </message>
    <message>
        <source>Draw this layer later (Alt+Up)</source>
        <translation>Dessiner ce calque plus tard (Alt+Haut)</translation>
    </message>
    <message>
        <source>Move the layer &amp;down</source>
        <translation>&amp;Descendre le calque</translation>
    </message>
    <message>
        <source>Draw this layer earlier (Alt+Down)</source>
        <translation>Dessiner ce calque plus tôt (Alt+Bas)</translation>
    </message>
    <message>
        <source>&amp;Bring the selected strokes here</source>
        <translation>&amp;Amener ici les traits sélectionnés</translation>
    </message>
    <message>
        <source>Move the selected strokes to this layer</source>
        <translation>Déplacer les traits sélectionnés sur ce calque</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>Draw &amp;another</source>
        <translation>En &amp;dessiner un autre</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Cacher</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>&amp;Open to changes</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
    <message>
        <source>&amp;Another {replace}</source>
        <translation>Un &amp;autre : {replace}</translation>
    </message>
    <message>
        <source>Draw the {thing} differently, in its place</source>
        <translation>Le dessiner autrement, à sa place : {thing}</translation>
    </message>
    <message>
        <source>Choose a thing&apos;s layer</source>
        <translation>Choisissez le calque d’une chose</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Calque {number}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Topmost first. Space hides, L locks, F2 renames, Alt with an arrow moves.</source>
        <translation>Le plus haut d’abord. Espace cache, L verrouille, F2 renomme, Alt et une flèche déplace.</translation>
    </message>
    <message>
        <source>The colour of the paper, which is kept with the drawing</source>
        <translation>La couleur du papier, qui est gardée avec le dessin</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Autre couleur…</translation>
    </message>
    <message>
        <source>Colour of the paper</source>
        <translation>Couleur du papier</translation>
    </message>
    <message>
        <source>Pens</source>
        <translation>Stylos</translation>
    </message>
    <message>
        <source>How many colours the lines take from the photo; 0 is plain ink.
With a selection, only its strokes are coloured.</source>
        <translation>Combien de couleurs les lignes prennent à la photo ; 0 est l’encre simple.
Avec une sélection, seuls ses traits sont colorés.</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>encre</translation>
    </message>
    <message>
        <source>Flat areas</source>
        <translation>Aplats</translation>
    </message>
    <message>
        <source>How many areas of one colour lie beneath the lines, on a layer of their own.</source>
        <translation>Combien d’aplats d’une couleur sont sous les lignes, sur un calque à eux.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Parallel lines</source>
        <translation>Lignes parallèles</translation>
    </message>
    <message>
        <source>Crossed lines</source>
        <translation>Lignes croisées</translation>
    </message>
    <message>
        <source>Along the form</source>
        <translation>Selon la forme</translation>
    </message>
    <message>
        <source>How the dark parts of the photo are toned under the lines</source>
        <translation>Comment les parties sombres de la photo sont ombrées sous les lignes</translation>
    </message>
    <message>
        <source>Levels of tone</source>
        <translation>Niveaux de ton</translation>
    </message>
    <message>
        <source>How many levels of darkness are told apart.</source>
        <translation>Combien de niveaux d’obscurité sont distingués.</translation>
    </message>
    <message>
        <source>Open the photo of this drawing to take its colours.</source>
        <translation>Ouvrez la photo de ce dessin pour prendre ses couleurs.</translation>
    </message>
    <message>
        <source>Only my pens</source>
        <translation>Mes stylos seulement</translation>
    </message>
    <message>
        <source>Each line takes the nearest colour among the pens that you have</source>
        <translation>Chaque ligne prend la couleur la plus proche parmi vos stylos</translation>
    </message>
    <message>
        <source>Add a pen that you have</source>
        <translation>Ajouter un stylo que vous avez</translation>
    </message>
    <message>
        <source>{color}; click to change it, right-click to remove it</source>
        <translation>{color} ; cliquez pour le changer, clic droit pour l’ôter</translation>
    </message>
    <message>
        <source>Colour of a pen</source>
        <translation>Couleur d’un stylo</translation>
    </message>
    <message>
        <source>What is set here applies to the selected strokes, and to the next stroke of the pen</source>
        <translation>Ce qui est réglé ici vaut pour les traits sélectionnés et pour le prochain trait du stylo</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>How much the stroke hides of what is below it.</source>
        <translation>Combien le trait cache de ce qui est dessous.</translation>
    </message>
    <message>
        <source>{counted} selected</source>
        <translation>{counted} sélectionné(s)</translation>
    </message>
    <message>
        <source>Next stroke</source>
        <translation>Prochain trait</translation>
    </message>
    <message>
        <source>and next</source>
        <translation>et prochain</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>rien de sélectionné</translation>
    </message>
    <message>
        <source>Colour and tone</source>
        <translation>Couleur et ton</translation>
    </message>
    <message>
        <source>How thick the line is on paper. Any unit can be typed: mm, in, px, pt.</source>
        <translation>Épaisseur de la ligne sur le papier. Toute unité peut s’écrire : mm, in, px, pt.</translation>
    </message>
    <message>
        <source>various</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>The selected strokes differ in width</source>
        <translation>Les traits sélectionnés diffèrent en largeur</translation>
    </message>
    <message>
        <source>Width, slider</source>
        <translation>Largeur, curseur</translation>
    </message>
    <message>
        <source>Loss: how far the drawing still is from the photo, as the encoder sees it. Lower is closer.</source>
        <translation>Perte : la distance qui reste entre le dessin et la photo, telle que l’encodeur la voit. Moins, c’est plus près.</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>Courbe de perte</translation>
    </message>
    <message>
        <source>From {value:.3g} to {value_:.3g}.</source>
        <translation>De {value:.3g} à {value_:.3g}.</translation>
    </message>
    <message>
        <source>Each bar is a stroke, as high as what it added. Drag to see the drawing with fewer strokes.</source>
        <translation>Chaque barre est un trait, haute de ce qu’il a apporté. Glissez pour voir le dessin avec moins de traits.</translation>
    </message>
    <message>
        <source>Each bar is a stroke, as high as what it added. Below the dashed line the next would hardly show.</source>
        <translation>Chaque barre est un trait, haute de ce qu’il a apporté. Sous la ligne tiretée, le suivant se verrait à peine.</translation>
    </message>
    <message>
        <source>Strokes shown</source>
        <translation>Traits montrés</translation>
    </message>
    <message>
        <source>{value} of {counted}</source>
        <translation>{value} sur {counted}</translation>
    </message>
    <message>
        <source>stopped here</source>
        <translation>arrêté ici</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>assez</translation>
    </message>
    <message>
        <source>More like this one</source>
        <translation>D’autres comme celui-ci</translation>
    </message>
    <message>
        <source>Draw four others that resemble the drawing</source>
        <translation>En dessiner quatre autres qui ressemblent au dessin</translation>
    </message>
    <message>
        <source>Another four</source>
        <translation>Quatre autres</translation>
    </message>
    <message>
        <source>Draw the next four; these stay here to choose from</source>
        <translation>Dessiner les quatre suivants ; ceux-ci restent au choix</translation>
    </message>
    <message>
        <source>Hide these; the drawing stays</source>
        <translation>Les cacher ; le dessin reste</translation>
    </message>
    <message>
        <source>Proposed drawing</source>
        <translation>Dessin proposé</translation>
    </message>
    <message>
        <source>Still being drawn</source>
        <translation>Encore en cours</translation>
    </message>
    <message>
        <source>{name}, the one that was chosen for you</source>
        <translation>{name}, celui choisi pour vous</translation>
    </message>
    <message>
        <source>Make it the drawing{by_key}; undo brings the other back</source>
        <translation>En faire le dessin{by_key} ; annuler ramène l’autre</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Élaguer</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>How much worse the drawing may become in all, by what the encoder sees</source>
        <translation>De combien le dessin peut empirer en tout, tel que l’encodeur le voit</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>How far a line may move where strokes that continue each other become one</source>
        <translation>De combien une ligne peut bouger là où des traits qui se prolongent n’en font qu’un</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Do it; undo brings the strokes back (Enter)</source>
        <translation>Le faire ; annuler ramène les traits (Entrée)</translation>
    </message>
    <message>
        <source>Leave the drawing as it is (Esc)</source>
        <translation>Laisser le dessin tel quel (Échap)</translation>
    </message>
    <message>
        <source>Hold the drawing; it goes on where it stopped</source>
        <translation>Suspendre le dessin ; il reprend où il s’est arrêté</translation>
    </message>
    <message>
        <source>Progress of the drawing</source>
        <translation>Avancement du dessin</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Garder ceux-ci</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Stop here and keep what is drawn</source>
        <translation>Arrêter ici et garder ce qui est dessiné</translation>
    </message>
    <message>
        <source>Stop and go back to the drawing before this run</source>
        <translation>Arrêter et revenir au dessin d’avant ce tracé</translation>
    </message>
    <message>
        <source>Keep these {level}</source>
        <translation>Garder ces {level}</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Garder celui-ci</translation>
    </message>
    <message>
        <source>Take the other {counted} out of the drawing; this can be undone</source>
        <translation>Ôter du dessin les {counted} autres ; cela peut s’annuler</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Keeping what is drawn</source>
        <translation>Ce qui est dessiné est gardé</translation>
    </message>
    <message>
        <source>Ready to draw</source>
        <translation>Prêt à dessiner</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Rien de dessiné encore</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>pas {step} sur {total}</translation>
    </message>
    <message>
        <source>{clock_text} so far</source>
        <translation>{clock_text} écoulé</translation>
    </message>
    <message>
        <source>Only looked at; Esc shows all</source>
        <translation>Seulement regardé ; Échap montre tout</translation>
    </message>
    <message>
        <source>drawn in {elapsed:.1f} s</source>
        <translation>dessiné en {elapsed:.1f} s</translation>
    </message>
    <message>
        <source>{len} of {counted}</source>
        <translation>{len} sur {counted}</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Click or sweep over strokes.</source>
        <translation>Cliquez des traits, ou passez dessus.</translation>
    </message>
    <message>
        <source>Ctrl switches between whole strokes and only the parts under the eraser.</source>
        <translation>Ctrl passe des traits entiers aux seules parties sous la gomme.</translation>
    </message>
    <message>
        <source>erase from</source>
        <translation>effacer de</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>effacer</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>Pinceau de masque</translation>
    </message>
    <message>
        <source>Paint what is to be drawn.</source>
        <translation>Peignez ce qu’il faut dessiner.</translation>
    </message>
    <message>
        <source>Alt erases, [ and ] change the size.</source>
        <translation>Alt efface, [ et ] changent la taille.</translation>
    </message>
    <message>
        <source>paint the mask</source>
        <translation>peindre le masque</translation>
    </message>
    <message>
        <source>take from the mask</source>
        <translation>enlever du masque</translation>
    </message>
    <message>
        <source>Mask by click</source>
        <translation>Masque par clic</translation>
    </message>
    <message>
        <source>Click what is to be drawn.</source>
        <translation>Cliquez ce qu’il faut dessiner.</translation>
    </message>
    <message>
        <source>Alt takes away what is under the mouse.</source>
        <translation>Alt enlève ce qui est sous la souris.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nœuds</translation>
    </message>
    <message>
        <source>Drag nodes or lines.</source>
        <translation>Glissez nœuds ou lignes.</translation>
    </message>
    <message>
        <source>Click a stroke first; handles bend it, double-click adds a node or rounds one. Alt and a double-click add or remove a width.</source>
        <translation>Cliquez d’abord un trait ; les poignées le courbent, un double-clic ajoute un nœud ou en arrondit un. Alt et un double-clic ajoutent ou ôtent une largeur.</translation>
    </message>
    <message>
        <source>add a node</source>
        <translation>ajouter un nœud</translation>
    </message>
    <message>
        <source>make {count} smooth</source>
        <translation>lisser {count}</translation>
    </message>
    <message>
        <source>make {count} corner</source>
        <translation>rendre angulaire {count}</translation>
    </message>
    <message>
        <source>delete {count}</source>
        <translation>supprimer {count}</translation>
    </message>
    <message>
        <source>move {count}</source>
        <translation>déplacer {count}</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 nœud</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} nœuds</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stylo</translation>
    </message>
    <message>
        <source>Draw a line by hand.</source>
        <translation>Dessinez une ligne à la main.</translation>
    </message>
    <message>
        <source>Shift makes it straight, Alt does not snap.</source>
        <translation>Maj la rend droite, Alt suspend l’aimant.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>hidden and locked</source>
        <translation>caché et verrouillé</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>Unlock it</source>
        <translation>Le déverrouiller</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Le montrer</translation>
    </message>
    <message>
        <source>The layer “{name}”, which the pen draws on, is {state}.</source>
        <translation>Le calque « {name} », sur lequel le stylo dessine, est {state}.</translation>
    </message>
    <message>
        <source>Open it, or choose another layer.</source>
        <translation>Ouvrez-le, ou choisissez un autre calque.</translation>
    </message>
    <message>
        <source>draw a line</source>
        <translation>dessiner une ligne</translation>
    </message>
    <message>
        <source>draw {len} lines</source>
        <translation>dessiner {len} lignes</translation>
    </message>
    <message>
        <source>move 1 node</source>
        <translation>déplacer 1 nœud</translation>
    </message>
    <message>
        <source>move {len} nodes</source>
        <translation>déplacer {len} nœuds</translation>
    </message>
    <message>
        <source>move a handle</source>
        <translation>déplacer une poignée</translation>
    </message>
    <message>
        <source>bend a line</source>
        <translation>courber une ligne</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Click, or drag around several.</source>
        <translation>Cliquez, ou entourez-en plusieurs.</translation>
    </message>
    <message>
        <source>Drag what is selected, or its handles. Shift adds, Ctrl keeps proportions or takes one line of a group; a double click enters the group. Alt does not snap, Ctrl+Alt drags into other programs.</source>
        <translation>Glissez la sélection ou ses poignées. Maj ajoute, Ctrl garde les proportions ou prend une ligne d’un groupe ; un double-clic entre dans le groupe. Alt suspend l’aimant, Ctrl+Alt glisse vers d’autres logiciels.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>looked at most</source>
        <translation>le plus regardé</translation>
    </message>
    <message>
        <source>strokes begin</source>
        <translation>débuts des traits</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Sélection</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nœuds</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>S&amp;tylo</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Gomme</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Main</translation>
    </message>
    <message>
        <source>Lines grow thicker and thinner with what is scaled</source>
        <translation>Les lignes s’épaississent et s’affinent avec la mise à l’échelle</translation>
    </message>
    <message>
        <source>Scale line widths</source>
        <translation>Adapter l’épaisseur des lignes</translation>
    </message>
    <message>
        <source>Erase only the parts under the eraser, not whole strokes</source>
        <translation>N’effacer que ce qui est sous la gomme, pas des traits entiers</translation>
    </message>
    <message>
        <source>Split strokes</source>
        <translation>Couper les traits</translation>
    </message>
    <message>
        <source>This run moves all its strokes at once, so nothing can be edited while it is on.</source>
        <translation>Ce tracé bouge tous ses traits à la fois, donc rien ne peut être modifié pendant ce temps.</translation>
    </message>
    <message>
        <source>Stop and keep it first.</source>
        <translation>Arrêtez-le et gardez-le d’abord.</translation>
    </message>
    <message>
        <source>align {counted}</source>
        <translation>aligner {counted}</translation>
    </message>
    <message>
        <source>distribute {counted}</source>
        <translation>répartir {counted}</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>retourner</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>mettre à l’échelle</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>tourner</translation>
    </message>
    <message>
        <source>Double-click to go back to {value}.</source>
        <translation>Un double-clic revient à {value}.</translation>
    </message>
    <message>
        <source>Fold {title}</source>
        <translation>Replier {title}</translation>
    </message>
    <message>
        <source>Unfold {title}</source>
        <translation>Déplier {title}</translation>
    </message>
    <message>
        <source>{title}, unfolded</source>
        <translation>{title}, déplié</translation>
    </message>
    <message>
        <source>{title}, folded</source>
        <translation>{title}, replié</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.bin *.onnx);;All files (*)</source>
        <translation>Poids (*.safetensors *.pt *.pth *.bin *.onnx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Photos and drawings (*.svg *.svgz {PHOTOS})</source>
        <translation>Photos et dessins (*.svg *.svgz {PHOTOS})</translation>
    </message>
    <message>
        <source>Open the photo beneath the drawing</source>
        <translation>Ouvrir la photo sous le dessin</translation>
    </message>
    <message>
        <source>Photos ({PHOTOS})</source>
        <translation>Photos ({PHOTOS})</translation>
    </message>
    <message>
        <source>{kinds};;All files (*)</source>
        <translation>{kinds};;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import {name} from a folder</source>
        <translation>Importer {name} d’un dossier</translation>
    </message>
    <message>
        <source>Import {name} from a file</source>
        <translation>Importer {name} d’un fichier</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dessin SVG</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program or window.</source>
        <translation>« {name} » a été changé par un autre logiciel ou une autre fenêtre.</translation>
    </message>
    <message>
        <source>Saving here would replace what was saved there.</source>
        <translation>Enregistrer ici remplacerait ce qui y a été enregistré.</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Enregistrer sous un autre nom…</translation>
    </message>
    <message>
        <source>Open what is there</source>
        <translation>Ouvrir ce qui y est</translation>
    </message>
    <message>
        <source>Undo brings back what you have now</source>
        <translation>Annuler ramène ce que vous avez maintenant</translation>
    </message>
    <message>
        <source>Load a mask: white is drawn</source>
        <translation>Charger un masque : le blanc est dessiné</translation>
    </message>
    <message>
        <source>Pictures ({PHOTOS})</source>
        <translation>Images ({PHOTOS})</translation>
    </message>
    <message>
        <source>Save the mask</source>
        <translation>Enregistrer le masque</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>Keep the picture</source>
        <translation>Garder l’image</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>WebP picture (*.webp)</source>
        <translation>Image WebP (*.webp)</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>Garder le dessin</translation>
    </message>
    <message>
        <source>Save “{name}” first?</source>
        <translation>Enregistrer d’abord « {name} » ?</translation>
    </message>
    <message>
        <source>The run will be stopped; what it has drawn so far can be saved.</source>
        <translation>Le tracé sera arrêté ; ce qu’il a dessiné peut être enregistré.</translation>
    </message>
    <message>
        <source>Its last changes are not in the file.</source>
        <translation>Ses derniers changements ne sont pas dans le fichier.</translation>
    </message>
    <message>
        <source>It is not in a file yet.</source>
        <translation>Il n’est pas encore dans un fichier.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>What the message offers</source>
        <translation>Ce que propose le message</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>{name}, slider</source>
        <translation>{name}, curseur</translation>
    </message>
    <message>
        <source>reset it</source>
        <translation>réinitialise</translation>
    </message>
    <message>
        <source>go back to {default}{unit}</source>
        <translation>revient à {default}{unit}</translation>
    </message>
    <message>
        <source>{explanation}
Double-click to {back}.</source>
        <translation>{explanation}
Un double-clic {back}.</translation>
    </message>
    <message>
        <source>A drawing cannot be {longer_side_mm:g} mm long; give a length above 0.</source>
        <translation>Un dessin ne peut avoir {longer_side_mm:g} mm de long ; donnez une longueur supérieure à 0.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved: {what} is {value:g}; remove it and save again.</source>
        <translation>Le dessin ne peut être enregistré : {what} vaut {value:g} ; ôtez-le et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved: &apos;{excerpt}&apos; is not a colour; use #rrggbb.</source>
        <translation>Le dessin ne peut être enregistré : « {excerpt} » n’est pas une couleur ; utilisez #rrggbb.</translation>
    </message>
    <message>
        <source>The SVG uses the entity &apos;{excerpt}&apos; without declaring it; save it again as plain SVG and open that.</source>
        <translation>Le SVG utilise l’entité « {excerpt} » sans la déclarer ; enregistrez-le en SVG simple et ouvrez celui-là.</translation>
    </message>
    <message>
        <source>The SVG is damaged or cut off (in its document type); get a whole copy of it.</source>
        <translation>Le SVG est abîmé ou coupé (dans son type de document) ; prenez-en une copie entière.</translation>
    </message>
    <message>
        <source>The SVG declares XML entities that lie outside of it, which are not read; save it again as plain SVG and open that.</source>
        <translation>Le SVG déclare des entités XML hors de lui, qui ne sont pas lues ; enregistrez-le en SVG simple et ouvrez celui-là.</translation>
    </message>
    <message>
        <source>The SVG declares XML entities that are nested, too long or too many, which are not read; save it again as plain SVG and open that.</source>
        <translation>Le SVG déclare des entités XML imbriquées, trop longues ou trop nombreuses, qui ne sont pas lues ; enregistrez-le en SVG simple et ouvrez celui-là.</translation>
    </message>
    <message>
        <source>The SVG repeats more than {MAX_REPEATED:,} elements; simplify it and open it again.</source>
        <translation>Le SVG répète plus de {MAX_REPEATED:,} éléments ; simplifiez-le et rouvrez-le.</translation>
    </message>
    <message>
        <source>The SVG draws more than {MAX_ELEMENTS:,} elements; simplify it and open it again.</source>
        <translation>Le SVG dessine plus de {MAX_ELEMENTS:,} éléments ; simplifiez-le et rouvrez-le.</translation>
    </message>
    <message>
        <source>The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.</source>
        <translation>Le SVG imbrique plus de {MAX_DEPTH} éléments ; dégroupez-le et rouvrez-le.</translation>
    </message>
    <message>
        <source>The SVG has more than {MAX_SEGMENTS:,} curve segments; simplify it and open it again.</source>
        <translation>Le SVG a plus de {MAX_SEGMENTS:,} segments de courbe ; simplifiez-le et rouvrez-le.</translation>
    </message>
    <message>
        <source>{reason}; check the name.</source>
        <translation>{reason} ; vérifiez le nom.</translation>
    </message>
    <message>
        <source>Cannot open &apos;{name}&apos;: {error}</source>
        <translation>Impossible d’ouvrir « {name} » : {error}</translation>
    </message>
    <message>
        <source>Cannot open &apos;{name}&apos;: {reason}; check that it may be read.</source>
        <translation>Impossible d’ouvrir « {name} » : {reason} ; vérifiez qu’il peut être lu.</translation>
    </message>
    <message>
        <source>The photo cannot be kept in the drawing: it is no JPEG or PNG; save without it.</source>
        <translation>La photo ne peut être gardée dans le dessin : ce n’est ni JPEG ni PNG ; enregistrez sans elle.</translation>
    </message>
    <message>
        <source>The photo cannot be kept in the drawing: it is too large; save without it.</source>
        <translation>La photo ne peut être gardée dans le dessin : elle est trop grande ; enregistrez sans elle.</translation>
    </message>
    <message>
        <source>The SVG&apos;s style sheet takes too long; simplify it and open it again.</source>
        <translation>La feuille de style du SVG prend trop de temps ; simplifiez-la et rouvrez-le.</translation>
    </message>
    <message>
        <source>The SVG has a shape with a number that is too large; remove that shape and open it again.</source>
        <translation>Le SVG a une forme avec un nombre trop grand ; ôtez-la et rouvrez-le.</translation>
    </message>
    <message>
        <source>The file is empty; choose another one.</source>
        <translation>Le fichier est vide ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The SVG is larger than {value} MB; remove embedded pictures and open it again.</source>
        <translation>Le SVG dépasse {value} Mo ; ôtez les images incorporées et rouvrez-le.</translation>
    </message>
    <message>
        <source>The compressed SVG is damaged; get a whole copy of it.</source>
        <translation>Le SVG compressé est abîmé ; prenez-en une copie entière.</translation>
    </message>
    <message>
        <source>The compressed SVG is cut off; get a whole copy of it.</source>
        <translation>Le SVG compressé est coupé ; prenez-en une copie entière.</translation>
    </message>
    <message>
        <source>The SVG has a transform that is too long; apply the transforms and open it again.</source>
        <translation>Le SVG a une transformation trop longue ; appliquez les transformations et rouvrez-le.</translation>
    </message>
    <message>
        <source>The file is XML but not SVG: it begins with &lt;{excerpt}&gt;; choose an SVG file.</source>
        <translation>Le fichier est du XML mais pas du SVG : il commence par &lt;{excerpt}&gt; ; choisissez un fichier SVG.</translation>
    </message>
    <message>
        <source>The SVG has more than {MAX_ELEMENTS:,} elements; simplify it and open it again.</source>
        <translation>Le SVG a plus de {MAX_ELEMENTS:,} éléments ; simplifiez-le et rouvrez-le.</translation>
    </message>
    <message>
        <source>The SVG&apos;s sheet is too large; give it a smaller size and open it again.</source>
        <translation>La feuille du SVG est trop grande ; donnez-lui une taille moindre et rouvrez-le.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: it is not a file; choose another name.</source>
        <translation>Impossible d’enregistrer dans « {shown} » : ce n’est pas un fichier ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: the file is write-protected; choose another name.</source>
        <translation>Impossible d’enregistrer dans « {shown} » : le fichier est protégé en écriture ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Cannot save to &apos;{shown}&apos;: {reason}; {advice}.</source>
        <translation>Impossible d’enregistrer dans « {shown} » : {reason} ; {advice}.</translation>
    </message>
    <message>
        <source>looking at the photo</source>
        <translation>regarde la photo</translation>
    </message>
    <message>
        <source>scattering strokes</source>
        <translation>disperse des traits</translation>
    </message>
    <message>
        <source>refining toward the prompt</source>
        <translation>affine vers les mots</translation>
    </message>
    <message>
        <source>refining with CLIP</source>
        <translation>affine avec CLIP</translation>
    </message>
    <message>
        <source>Memory ran out; the run goes on with fewer pictures at a time.</source>
        <translation>La mémoire a manqué ; le tracé continue avec moins d’images à la fois.</translation>
    </message>
    <message>
        <source>This GPU cannot replay the steps of this run; each is done anew, more slowly.</source>
        <translation>Cette carte graphique ne peut rejouer les pas de ce tracé ; chacun est refait, plus lentement.</translation>
    </message>
    <message>
        <source>finding contours</source>
        <translation>cherche les contours</translation>
    </message>
    <message>
        <source>This photo has contours for {count} strokes, not {strokes}.</source>
        <translation>Cette photo a des contours pour {count} traits, pas {strokes}.</translation>
    </message>
    <message>
        <source>There is no usable NVIDIA GPU on this machine.</source>
        <translation>Il n’y a pas de carte graphique NVIDIA utilisable sur cette machine.</translation>
    </message>
    <message>
        <source>Choose the device auto or cpu.</source>
        <translation>Choisissez le matériel auto ou processeur.</translation>
    </message>
    <message>
        <source>There is no further contour to draw.</source>
        <translation>Il n’y a plus de contour à dessiner.</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>dessine</translation>
    </message>
    <message>
        <source>Memory ran out after {gains} strokes; they are kept.</source>
        <translation>La mémoire a manqué après {gains} traits ; ils sont gardés.</translation>
    </message>
    <message>
        <source>No further stroke would improve the drawing; {gains} were added.</source>
        <translation>Aucun trait de plus n’améliorerait le dessin ; {gains} ont été ajoutés.</translation>
    </message>
    <message>
        <source>The pictures cannot be compared with the prompt: {error}.</source>
        <translation>Les images ne peuvent être comparées aux mots : {error}.</translation>
    </message>
    <message>
        <source>{encoder_id} is no CLIP, and cannot see for Karlo: mend the catalogue</source>
        <translation>{encoder_id} n’est pas un CLIP, et ne peut voir pour Karlo : corrigez le catalogue</translation>
    </message>
    <message>
        <source>comparing strokes</source>
        <translation>compare les traits</translation>
    </message>
    <message>
        <source>choosing strokes</source>
        <translation>choisit les traits</translation>
    </message>
    <message>
        <source>There is too little memory to compare strokes; those found first are kept.</source>
        <translation>Il y a trop peu de mémoire pour comparer les traits ; les premiers trouvés sont gardés.</translation>
    </message>
    <message>
        <source>refining</source>
        <translation>affine</translation>
    </message>
    <message>
        <source>Memory ran out at {side} px; the drawing goes on at {smaller} px.</source>
        <translation>La mémoire a manqué à {side} px ; le dessin continue à {smaller} px.</translation>
    </message>
    <message>
        <source>Then draw again.</source>
        <translation>Puis dessinez à nouveau.</translation>
    </message>
    <message>
        <source>There is not enough memory to draw.</source>
        <translation>Il n’y a pas assez de mémoire pour dessiner.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres logiciels et réessayez.</translation>
    </message>
    <message>
        <source>The drawing engine failed: {first_line}</source>
        <translation>Le moteur de dessin a échoué : {first_line}</translation>
    </message>
    <message>
        <source>Try another photo or device.</source>
        <translation>Essayez une autre photo ou un autre matériel.</translation>
    </message>
    <message>
        <source>looking at the picture</source>
        <translation>regarde l’image</translation>
    </message>
    <message>
        <source>Nothing would change: {error}.</source>
        <translation>Rien ne changerait : {error}.</translation>
    </message>
    <message>
        <source>Say it in other words.</source>
        <translation>Dites-le autrement.</translation>
    </message>
    <message>
        <source>predicting the strokes</source>
        <translation>prédit les traits</translation>
    </message>
    <message>
        <source>{count} things take at least {strokes} strokes.</source>
        <translation>{count} choses demandent au moins {strokes} traits.</translation>
    </message>
    <message>
        <source>there is nothing to export: no visible stroke is chosen</source>
        <translation>il n’y a rien à exporter : aucun trait visible n’est choisi</translation>
    </message>
    <message>
        <source>there is nothing to export: the drawing has no visible stroke</source>
        <translation>il n’y a rien à exporter : le dessin n’a pas de trait visible</translation>
    </message>
    <message>
        <source>the pen of {pen_mm:g} mm is too wide for this size: take a finer one</source>
        <translation>le stylo de {pen_mm:g} mm est trop large pour cette taille : prenez-en un plus fin</translation>
    </message>
    <message>
        <source>the margins leave no room on the page: make them smaller</source>
        <translation>les marges ne laissent pas de place sur la page : réduisez-les</translation>
    </message>
    <message>
        <source>the drawing of {size} mm is too large, for the page leaves {room} mm: make it smaller</source>
        <translation>le dessin de {size} mm est trop grand, car la page laisse {room} mm : rendez-le plus petit</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; names no format: end it with .svg, .pdf, .png, .webp, .gcode or .hpgl</source>
        <translation>« {name} » n’indique pas de format : finissez par .svg, .pdf, .png, .webp, .gcode ou .hpgl</translation>
    </message>
    <message>
        <source>there is nothing to plot: no visible layer has a stroke that a pen can draw</source>
        <translation>il n’y a rien à tracer : aucun calque visible n’a de trait qu’un stylo puisse tracer</translation>
    </message>
    <message>
        <source>the pen of {pen} mm is wider than the page of {sides} mm: take a finer one</source>
        <translation>le stylo de {pen} mm est plus large que la page de {sides} mm : en prendre un plus fin</translation>
    </message>
    <message>
        <source>there is nothing to export: no visible layer has a stroke</source>
        <translation>il n’y a rien à exporter : aucun calque visible n’a de trait</translation>
    </message>
    <message>
        <source>a page of a PDF is at most {value:.0f} mm long: make it smaller</source>
        <translation>une page PDF fait au plus {value:.0f} mm de long : réduisez-la</translation>
    </message>
    <message>
        <source>a picture of {width} × {height} pixels is too large; at most {value} million: take a lower resolution or a smaller size</source>
        <translation>une image de {width} × {height} pixels est trop grande ; au plus {value} millions : prenez une résolution moindre ou une taille plus petite</translation>
    </message>
    <message>
        <source>a WebP is at most {MAX_WEBP} pixels long, not {max}: take PNG, or a smaller size</source>
        <translation>un WebP fait au plus {MAX_WEBP} pixels, pas {max} : prenez PNG, ou une taille plus petite</translation>
    </message>
    <message>
        <source>Then imagine again.</source>
        <translation>Puis imaginez à nouveau.</translation>
    </message>
    <message>
        <source>There is not enough memory to imagine.</source>
        <translation>Il n’y a pas assez de mémoire pour imaginer.</translation>
    </message>
    <message>
        <source>Imagining failed: {first_line}</source>
        <translation>Imaginer a échoué : {first_line}</translation>
    </message>
    <message>
        <source>Try another model or device.</source>
        <translation>Essayez un autre modèle ou matériel.</translation>
    </message>
    <message>
        <source>loading {name}</source>
        <translation>charge {name}</translation>
    </message>
    <message>
        <source>Memory ran out: it goes on {where}, {following}.</source>
        <translation>La mémoire a manqué : cela continue {where}, {following}.</translation>
    </message>
    <message>
        <source>{name} takes about {needed} of memory, and {megabytes} are free.</source>
        <translation>{name} demande environ {needed} de mémoire, et {megabytes} sont libres.</translation>
    </message>
    <message>
        <source>Close other programs, or choose another model or device.</source>
        <translation>Fermez d’autres logiciels, ou choisissez un autre modèle ou matériel.</translation>
    </message>
    <message>
        <source>loading the {part}</source>
        <translation>charge {part}</translation>
    </message>
    <message>
        <source>is a folder: choose a photo in it.</source>
        <translation>est un dossier : choisissez-y une photo.</translation>
    </message>
    <message>
        <source>is not a file: choose a photo.</source>
        <translation>n’est pas un fichier : choisissez une photo.</translation>
    </message>
    <message>
        <source>does not exist: check its name and folder.</source>
        <translation>n’existe pas : vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>may not be read: change its permissions, or copy it elsewhere.</source>
        <translation>ne peut être lu : changez ses droits, ou copiez-le ailleurs.</translation>
    </message>
    <message>
        <source>cannot be read ({reason}): try another copy of it.</source>
        <translation>ne peut être lu ({reason}) : essayez une autre copie.</translation>
    </message>
    <message>
        <source>is empty (0 bytes): copy or export the photo again.</source>
        <translation>est vide (0 octet) : copiez ou exportez la photo à nouveau.</translation>
    </message>
    <message>
        <source>is not a photo: choose a {READABLE} file.</source>
        <translation>n’est pas une photo : choisissez un fichier {READABLE}.</translation>
    </message>
    <message>
        <source>is too large: {advice}</source>
        <translation>est trop grand : {advice}</translation>
    </message>
    <message>
        <source>does not fit into the free memory: scale it down.</source>
        <translation>ne tient pas dans la mémoire libre : réduisez-la.</translation>
    </message>
    <message>
        <source>is cut off before its end: copy or download it again.</source>
        <translation>est coupé avant sa fin : copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>is too large ({width} × {height} pixels): {advice}</source>
        <translation>est trop grand ({width} × {height} pixels) : {advice}</translation>
    </message>
    <message>
        <source>is {label}, which is not read here: export it as JPEG or PNG.</source>
        <translation>est {label}, qui n’est pas lu ici : exportez-le en JPEG ou PNG.</translation>
    </message>
    <message>
        <source>marks nothing: paint the subject white, or leave the mask out.</source>
        <translation>ne marque rien : peignez le sujet en blanc, ou laissez le masque.</translation>
    </message>
    <message>
        <source>cannot be written ({reason}): choose another folder or name.</source>
        <translation>ne peut être écrit ({reason}) : choisissez un autre dossier ou nom.</translation>
    </message>
    <message>
        <source>is too narrow ({width} × {height} pixels) for any photo: crop or stretch it to fit.</source>
        <translation>est trop étroit ({width} × {height} pixels) pour toute photo : recadrez-le ou étirez-le.</translation>
    </message>
    <message>
        <source>does not have the photo&apos;s proportions ({sizes}): crop or stretch it to fit.</source>
        <translation>n’a pas les proportions de la photo ({sizes}) : recadrez-le ou étirez-le.</translation>
    </message>
    <message>
        <source>cannot be decoded: use another copy, or save it anew elsewhere.</source>
        <translation>ne peut être décodé : prenez une autre copie, ou enregistrez-le à nouveau ailleurs.</translation>
    </message>
    <message>
        <source>A small encoder that is quick without a GPU, and reads words.</source>
        <translation>Un petit encodeur rapide sans carte graphique, qui lit les mots.</translation>
    </message>
    <message>
        <source>A smaller BiRefNet, nearly as fine and far quicker.</source>
        <translation>Un BiRefNet plus petit, presque aussi fin et bien plus rapide.</translation>
    </message>
    <message>
        <source>Cuts out hair, spokes and other fine parts; slower than IS-Net.</source>
        <translation>Découpe cheveux, rayons et autres parties fines ; plus lent qu’IS-Net.</translation>
    </message>
    <message>
        <source>Cuts the subject out of a photo with clean edges.</source>
        <translation>Découpe le sujet d’une photo avec des bords nets.</translation>
    </message>
    <message>
        <source>Finds where to begin as CLIPasso was published, and is the quickest of OpenAI&apos;s to name what it sees.</source>
        <translation>Trouve où commencer comme CLIPasso a été publié, et nomme le plus vite de ceux d’OpenAI ce qu’il voit.</translation>
    </message>
    <message>
        <source>For research only: not for commercial use, and not in a product or service.</source>
        <translation>Pour la recherche seulement : pas d’usage commercial, ni dans un produit ou service.</translation>
    </message>
    <message>
        <source>For research, says its card; the licence lists harmful uses that are not allowed. Its maker withdrew Stable Diffusion 2 in November 2025: this is an unofficial copy.</source>
        <translation>Pour la recherche, dit sa fiche ; la licence énumère des usages nuisibles interdits. Son auteur a retiré Stable Diffusion 2 en novembre 2025 : ceci est une copie non officielle.</translation>
    </message>
    <message>
        <source>Free to use, except for the harmful uses that the licence lists.</source>
        <translation>Libre d’usage, sauf pour les usages nuisibles qu’énumère la licence.</translation>
    </message>
    <message>
        <source>Free to use.</source>
        <translation>Libre d’usage.</translation>
    </message>
    <message>
        <source>Free to use; its makers offer it for research, and ask that uses are tested before anything relies on them.</source>
        <translation>Libre d’usage ; ses auteurs l’offrent pour la recherche, et demandent d’éprouver les usages avant de s’y fier.</translation>
    </message>
    <message>
        <source>Free to use; its model card and attribution name the pictures that it was trained on.</source>
        <translation>Libre d’usage ; sa fiche et ses attributions nomment les images de son apprentissage.</translation>
    </message>
    <message>
        <source>Guides every drawing without a download; it sees shapes and reads no words.</source>
        <translation>Guide tout dessin sans téléchargement ; il voit des formes et ne lit pas les mots.</translation>
    </message>
    <message>
        <source>Imagines a picture from words (unCLIP), to be drawn in place of a photo; beside CLIP ViT-L/14 variations too.</source>
        <translation>Imagine une image d’après des mots (unCLIP), à dessiner au lieu d’une photo ; avec CLIP ViT-L/14 des variations aussi.</translation>
    </message>
    <message>
        <source>Imagines variations and blends as Stable unCLIP does, with a smaller eye; beside Karlo it reads words and changes pictures too.</source>
        <translation>Imagine variations et fondus comme Stable unCLIP, avec un œil plus petit ; avec Karlo il lit les mots et change aussi les images.</translation>
    </message>
    <message>
        <source>Imagines variations and blends of a picture, larger and sharper than Karlo&apos;s; it reads no words.</source>
        <translation>Imagine variations et fondus d’une image, plus grands et nets que ceux de Karlo ; il ne lit pas les mots.</translation>
    </message>
    <message>
        <source>Imagines variations, blends and changes of a picture; the same painter as Karlo, with an eye in place of the prior. Beside Karlo only about 1.2 GB of it are fetched.</source>
        <translation>Imagine variations, fondus et changements d’une image ; le même peintre que Karlo, avec un œil au lieu du prior. À côté de Karlo, seul 1,2 Go environ est téléchargé.</translation>
    </message>
    <message>
        <source>Judges the strokes as CLIPasso was published, by the layers of a ResNet.</source>
        <translation>Juge les traits comme CLIPasso a été publié, par les couches d’un ResNet.</translation>
    </message>
    <message>
        <source>MIT, but the model card, written for research, calls any deployed use out of scope.</source>
        <translation>MIT, mais la fiche du modèle, écrite pour la recherche, exclut tout déploiement.</translation>
    </message>
    <message>
        <source>Names sketches most surely for its cost, at a third of the work of a B/16: the best guide of drawings.</source>
        <translation>Nomme les croquis le plus sûrement pour son coût, au tiers du travail d’un B/16 : le meilleur guide des dessins.</translation>
    </message>
    <message>
        <source>Names what drawings and photos show and draws words alone, without a download; the larger CLIPs understand both better.</source>
        <translation>Nomme ce que montrent dessins et photos et dessine des mots seuls, sans téléchargement ; les CLIP plus grands comprennent mieux les deux.</translation>
    </message>
    <message>
        <source>Sees finer detail than ViT-B/32, for about four times the work.</source>
        <translation>Voit des détails plus fins que ViT-B/32, pour environ quatre fois le travail.</translation>
    </message>
    <message>
        <source>The largest and surest of OpenAI&apos;s here; it wants a GPU.</source>
        <translation>Le plus grand et le plus sûr d’OpenAI ici ; il veut une carte graphique.</translation>
    </message>
    <message>
        <source>The licence is that of its program; no terms are stated for the weights.</source>
        <translation>La licence est celle de son programme ; aucune condition n’est dite pour les poids.</translation>
    </message>
    <message>
        <source>ViT-B/16 trained on LAION-2B; independent judges liked drawings made with such an encoder better.</source>
        <translation>ViT-B/16 entraîné sur LAION-2B ; des juges indépendants ont préféré les dessins faits avec un tel encodeur.</translation>
    </message>
    <message>
        <source>{name} {what}</source>
        <translation>{name} {what}</translation>
    </message>
    <message>
        <source>group {counted}</source>
        <translation>grouper {counted}</translation>
    </message>
    <message>
        <source>ungroup {counted}</source>
        <translation>dégrouper {counted}</translation>
    </message>
    <message>
        <source>join {counted}</source>
        <translation>joindre {counted}</translation>
    </message>
    <message>
        <source>join 2 nodes</source>
        <translation>joindre 2 nœuds</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fermer</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>inverser</translation>
    </message>
    <message>
        <source>split</source>
        <translation>couper</translation>
    </message>
    <message>
        <source>set the pen of</source>
        <translation>régler le stylo de</translation>
    </message>
    <message>
        <source>set the widths of</source>
        <translation>régler les largeurs de</translation>
    </message>
    <message>
        <source>set the widths of 1 stroke</source>
        <translation>régler les largeurs de 1 trait</translation>
    </message>
    <message>
        <source>draw another {thing}</source>
        <translation>dessiner autrement : {thing}</translation>
    </message>
    <message>
        <source>Move to la&amp;yer</source>
        <translation>Mettre sur le cal&amp;que</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Plusieurs</translation>
    </message>
    <message>
        <source>Own widths</source>
        <translation>Largeurs propres</translation>
    </message>
    <message>
        <source>What the stroke is drawn with: its width along the line, and its texture</source>
        <translation>Ce avec quoi le trait est fait : sa largeur le long de la ligne, et sa texture</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>The width along the stroke. With the node tool each width can be dragged, added and removed.</source>
        <translation>La largeur le long du trait. Avec l’outil nœuds chaque largeur se glisse, s’ajoute et s’ôte.</translation>
    </message>
    <message>
        <source>How far the selection is from the left edge of the sheet</source>
        <translation>Distance de la sélection au bord gauche de la feuille</translation>
    </message>
    <message>
        <source>How far the selection is from the top edge of the sheet</source>
        <translation>Distance de la sélection au bord haut de la feuille</translation>
    </message>
    <message>
        <source>How wide the selection is, without the width of its lines</source>
        <translation>Largeur de la sélection, sans celle de ses lignes</translation>
    </message>
    <message>
        <source>How high the selection is, without the width of its lines</source>
        <translation>Hauteur de la sélection, sans celle de ses lignes</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>Garder les proportions</translation>
    </message>
    <message>
        <source>Drag into another program</source>
        <translation>Glisser dans un autre logiciel</translation>
    </message>
    <message>
        <source>Drag this into another program: the selected strokes, or else the drawing, as SVG and picture</source>
        <translation>Glissez ceci dans un autre logiciel : les traits sélectionnés, sinon le dessin, en SVG et image</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Lisse</translation>
    </message>
    <message>
        <source>Make the selected nodes smooth (Shift+S)</source>
        <translation>Lisser les nœuds sélectionnés (Maj+S)</translation>
    </message>
    <message>
        <source>&amp;Corner</source>
        <translation>&amp;Angle</translation>
    </message>
    <message>
        <source>Make the selected nodes corners (Shift+C)</source>
        <translation>Rendre angulaires les nœuds sélectionnés (Maj+C)</translation>
    </message>
    <message>
        <source>Join the two selected ends (Shift+J)</source>
        <translation>Joindre les deux bouts sélectionnés (Maj+J)</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Couper</translation>
    </message>
    <message>
        <source>Cut the line at the selected nodes (Shift+B)</source>
        <translation>Couper la ligne aux nœuds sélectionnés (Maj+B)</translation>
    </message>
    <message>
        <source>&amp;Delete nodes</source>
        <translation>&amp;Supprimer les nœuds</translation>
    </message>
    <message>
        <source>Delete the selected nodes (Delete)</source>
        <translation>Supprimer les nœuds sélectionnés (Suppr)</translation>
    </message>
    <message>
        <source>Lines drawn by hand repeat about the middle of the sheet</source>
        <translation>Les lignes dessinées à la main se répètent autour du milieu de la feuille</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Aucune</translation>
    </message>
    <message>
        <source>Draw each line once</source>
        <translation>Dessiner chaque ligne une fois</translation>
    </message>
    <message>
        <source>&amp;Left and right</source>
        <translation>&amp;Gauche et droite</translation>
    </message>
    <message>
        <source>Mirror each line on the upright axis of the sheet</source>
        <translation>Refléter chaque ligne sur l’axe vertical de la feuille</translation>
    </message>
    <message>
        <source>&amp;Top and bottom</source>
        <translation>&amp;Haut et bas</translation>
    </message>
    <message>
        <source>Mirror each line on the level axis of the sheet</source>
        <translation>Refléter chaque ligne sur l’axe horizontal de la feuille</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Les &amp;deux</translation>
    </message>
    <message>
        <source>Mirror each line on both axes of the sheet</source>
        <translation>Refléter chaque ligne sur les deux axes de la feuille</translation>
    </message>
    <message>
        <source>{count} times &amp;around</source>
        <translation>{count} fois au&amp;tour</translation>
    </message>
    <message>
        <source>Repeat each line {count} times around the middle</source>
        <translation>Répéter chaque ligne {count} fois autour du milieu</translation>
    </message>
    <message>
        <source>S&amp;ymmetry</source>
        <translation>S&amp;ymétrie</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Symétrie</translation>
    </message>
    <message>
        <source>Plain ink</source>
        <translation>Encre simple</translation>
    </message>
    <message>
        <source>Pen: {pen}
{tooltip}</source>
        <translation>Stylo : {pen}
{tooltip}</translation>
    </message>
    <message>
        <source>name must be one line of 1 to 80 characters</source>
        <translation>name doit être une ligne de 1 à 80 caractères</translation>
    </message>
    <message>
        <source>holders must be a whole number from 1 to 100, not {value}</source>
        <translation>holders doit être un nombre entier de 1 à 100, pas {value}</translation>
    </message>
    <message>
        <source>{name} must be one of {words}, not {value}</source>
        <translation>{name} doit être l’un de {words}, pas {value}</translation>
    </message>
    <message>
        <source>{name} must be a number, not {value}</source>
        <translation>{name} doit être un nombre, pas {value}</translation>
    </message>
    <message>
        <source>{name} must be at least 0 and at most {high:g}</source>
        <translation>{name} doit être au moins 0 et au plus {high:g}</translation>
    </message>
    <message>
        <source>{name} must be more than {low:g} and at most {high:g}</source>
        <translation>{name} doit être supérieur à {low:g} et au plus {high:g}</translation>
    </message>
    <message>
        <source>{name} must be two lengths in mm, not {value}</source>
        <translation>{name} doit être deux longueurs en mm, pas {value}</translation>
    </message>
    <message>
        <source>the template {name} must be text of at most {most} characters</source>
        <translation>le modèle {name} doit être un texte d’au plus {most} caractères</translation>
    </message>
    <message>
        <source>the template {name} cannot be read: {error}; double a brace to write one</source>
        <translation>le modèle {name} ne peut pas être lu : {error} ; une accolade s’écrit deux fois</translation>
    </message>
    <message>
        <source>the template {name} has an unknown field {field}: choose from {known}</source>
        <translation>le modèle {name} a un champ inconnu {field} : choisissez parmi {known}</translation>
    </message>
    <message>
        <source>the template {name} formats {field} as no number is: leave that out, or write .1f</source>
        <translation>le modèle {name} met {field} dans un format qui n’est pas celui d’un nombre : omettez-le, ou écrivez .1f</translation>
    </message>
    <message>
        <source>the machine file {path} cannot be read: {reason}</source>
        <translation>le fichier de machine {path} ne peut pas être lu : {reason}</translation>
    </message>
    <message>
        <source>{name} is no machine file: it is nested too deeply</source>
        <translation>{name} n’est pas un fichier de machine : il est trop imbriqué</translation>
    </message>
    <message>
        <source>{name} is no machine file: {reason}</source>
        <translation>{name} n’est pas un fichier de machine : {reason}</translation>
    </message>
    <message>
        <source>{name} must say which machine it is like: like = {known}</source>
        <translation>{name} doit dire à quelle machine elle ressemble : like = {known}</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>vouliez-vous dire {near} ?</translation>
    </message>
    <message>
        <source>choose from {known}</source>
        <translation>choisissez parmi {known}</translation>
    </message>
    <message>
        <source>{name} has an unknown field {field}: {hint}</source>
        <translation>{name} a un champ inconnu {field} : {hint}</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name} : {error}</translation>
    </message>
    <message>
        <source>1 stroke leaves the bed of {bed} mm of {name}: take a smaller page or size, or turn the page</source>
        <translation>1 trait sort du plateau de {bed} mm de {name} : prenez une page ou une taille plus petite, ou tournez la page</translation>
    </message>
    <message>
        <source>{outside} strokes leave the bed of {bed} mm of {name}: take a smaller page or size, or turn the page</source>
        <translation>{outside} traits sortent du plateau de {bed} mm de {name} : prenez une page ou une taille plus petite, ou tournez la page</translation>
    </message>
    <message>
        <source>the drawing has {pens} pens, and {name} holds {holders}: take fewer colours, or write a file for each</source>
        <translation>le dessin a {pens} stylos, et {name} en tient {holders} : prenez moins de couleurs, ou écrivez un fichier pour chacun</translation>
    </message>
    <message>
        <source>the plot has only {passed} strokes: it cannot start from number {first}</source>
        <translation>le tracé n’a que {passed} traits : il ne peut pas commencer au numéro {first}</translation>
    </message>
    <message>
        <source>{name} reads {language}: choose another machine, or that format</source>
        <translation>{name} lit {language} : choisissez une autre machine, ou ce format</translation>
    </message>
    <message>
        <source>Packed, with its licence.</source>
        <translation>Empaqueté, avec sa licence.</translation>
    </message>
    <message>
        <source>Import a pack…</source>
        <translation>Importer un paquet…</translation>
    </message>
    <message>
        <source>Import models that were packed on another machine</source>
        <translation>Importer des modèles empaquetés sur une autre machine</translation>
    </message>
    <message>
        <source>Pack…</source>
        <translation>Empaqueter…</translation>
    </message>
    <message>
        <source>Copy the models of this machine into a folder, such as on a memory stick, with their licences</source>
        <translation>Copier les modèles de cette machine, avec leurs licences, dans un dossier, par exemple sur une clé USB</translation>
    </message>
    <message>
        <source>Import a pack of models</source>
        <translation>Importer un paquet de modèles</translation>
    </message>
    <message>
        <source>Pack the models of this machine into a folder</source>
        <translation>Empaqueter les modèles de cette machine dans un dossier</translation>
    </message>
    <message>
        <source>Another program is writing to {folder}: try again in a moment.</source>
        <translation>Un autre programme écrit dans {folder} : réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The runs in {folder} cannot be read or written ({reason}): check the folder and its rights.</source>
        <translation>Les exécutions dans {folder} ne peuvent être ni lues ni écrites ({reason}) : vérifiez le dossier et ses droits.</translation>
    </message>
    <message>
        <source>The runs in {folder} were written by a newer Taureau: update this one to read them.</source>
        <translation>Les exécutions dans {folder} ont été écrites par un Taureau plus récent : mettez celui-ci à jour pour les lire.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: make room on it.</source>
        <translation>Le disque de {folder} est plein : faites-y de la place.</translation>
    </message>
    <message>
        <source>This run is not in the gallery. {error}</source>
        <translation>Cette exécution n’est pas dans la galerie. {error}</translation>
    </message>
    <message>
        <source>registration marks are for G-code, HPGL and the plotter profile, and one of {known}</source>
        <translation>les repères sont pour le G-code, le HPGL et le profil traceur, au choix {known}</translation>
    </message>
    <message>
        <source>the registration marks need {lacking:.1f} mm more around the drawing: take larger margins, or a smaller size</source>
        <translation>il manque {lacking:.1f} mm autour du dessin pour les repères : prenez des marges plus grandes ou une taille plus petite</translation>
    </message>
    <message>
        <source>the registration marks leave the bed of {name}: take a smaller page or size, or turn the page</source>
        <translation>les repères dépassent la surface de {name} : prenez une page ou une taille plus petite, ou tournez la page</translation>
    </message>
    <message>
        <source>{count} frames of {width} × {height} px are too much for a GIF: make it smaller, or take MP4</source>
        <translation>{count} images de {width} × {height} px sont trop pour un GIF : réduisez-le, ou prenez MP4</translation>
    </message>
    <message>
        <source>only SVG and Lottie can be without paper: leave it out</source>
        <translation>seuls SVG et Lottie peuvent être sans papier : laissez-le de côté</translation>
    </message>
    <message>
        <source>{frames} frames are too many for {format}, at most {most}: take fewer a second, or MP4 or WebM</source>
        <translation>{frames} images sont trop pour {format}, au plus {most} : prenez-en moins par seconde, ou MP4 ou WebM</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; names no film: end it with .svg, .gif, .webp, .mp4, .webm or .json (Lottie)</source>
        <translation>« {name} » ne désigne aucun film : terminez-le par .svg, .gif, .webp, .mp4, .webm ou .json (Lottie)</translation>
    </message>
    <message>
        <source>there is nothing to film: the drawing has no visible stroke</source>
        <translation>il n’y a rien à filmer : le dessin n’a aucun trait visible</translation>
    </message>
    <message>
        <source>there is no photo kept with this drawing: name it, or leave the photo out</source>
        <translation>aucune photo n’est conservée avec ce dessin : indiquez-la, ou laissez-la de côté</translation>
    </message>
    <message>
        <source>a film of {width} × {height} px has a side beyond {least} to {most}: take another size</source>
        <translation>un film de {width} × {height} px a un côté hors de {least} à {most} : prenez une autre taille</translation>
    </message>
    <message>
        <source>this PyAV has no encoder for {kind}: take another format</source>
        <translation>ce PyAV n’a pas d’encodeur pour {kind} : prenez un autre format</translation>
    </message>
    <message>
        <source>This job cannot be read: {error}</source>
        <translation>Cette tâche est illisible : {error}</translation>
    </message>
    <message>
        <source>{photo} is not there: bring it back, then retry.</source>
        <translation>{photo} n’est pas là : remettez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>The program ended {count} times while drawing it: retry it alone.</source>
        <translation>Le programme s’est arrêté {count} fois en la dessinant : réessayez-la seule.</translation>
    </message>
    <message>
        <source>Is there a &amp;newer version?</source>
        <translation>Existe-t-il une version plus &amp;récente ?</translation>
    </message>
    <message>
        <source>Open the page of all versions in the browser; Taureau itself never asks</source>
        <translation>Ouvrir la page des versions dans le navigateur ; Taureau lui-même ne la consulte jamais</translation>
    </message>
    <message>
        <source>there is no drawing to export yet: draw one first</source>
        <translation>il n’y a pas encore de dessin à exporter : dessinez-en un d’abord</translation>
    </message>
    <message>
        <source>{name} is the drawing itself: choose another name</source>
        <translation>{name} est le dessin lui-même : choisissez un autre nom</translation>
    </message>
    <message>
        <source>Pen {number} of {len}: {name}</source>
        <translation>Stylo {number} sur {len} : {name}</translation>
    </message>
    <message>
        <source>Movements, for plotters and lasers with GRBL</source>
        <translation>Mouvements, pour traceurs et lasers avec GRBL</translation>
    </message>
    <message>
        <source>Movements, for plotters of Hewlett-Packard and those that understand them</source>
        <translation>Mouvements, pour traceurs Hewlett-Packard et ceux qui comprennent leur langage</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Autre taille</translation>
    </message>
    <message>
        <source>Width of the page</source>
        <translation>Largeur de la page</translation>
    </message>
    <message>
        <source>Height of the page</source>
        <translation>Hauteur de la page</translation>
    </message>
    <message>
        <source>PAGE</source>
        <translation>PAGE</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>All pens in one file; the machine pauses between two, or changes them</source>
        <translation>Tous les stylos dans un fichier ; la machine s’arrête entre deux, ou les change</translation>
    </message>
    <message>
        <source>A file each</source>
        <translation>Un fichier chacun</translation>
    </message>
    <message>
        <source>A file for each pen, all with the same page, so that they align</source>
        <translation>Un fichier par stylo, tous avec la même page, pour qu’ils se superposent</translation>
    </message>
    <message>
        <source>From stroke</source>
        <translation>À partir du trait</translation>
    </message>
    <message>
        <source>Goes on with a plot that was interrupted: leaves out what was plotted before this stroke</source>
        <translation>Reprend un tracé interrompu : omet ce qui a été tracé avant ce trait</translation>
    </message>
    <message>
        <source>PEN AND MACHINE</source>
        <translation>STYLO ET MACHINE</translation>
    </message>
    <message>
        <source>A pen for each colour and width</source>
        <translation>Un stylo par couleur et largeur</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Whose bed is kept to, whose commands are written and whose time is told</source>
        <translation>Dont le plateau est respecté, dont les commandes sont écrites et dont la durée est indiquée</translation>
    </message>
    <message>
        <source>Take a machine file of your own (.toml)</source>
        <translation>Prendre un fichier de machine à vous (.toml)</translation>
    </message>
    <message>
        <source>Width of the bed</source>
        <translation>Largeur du plateau</translation>
    </message>
    <message>
        <source>Height of the bed</source>
        <translation>Hauteur du plateau</translation>
    </message>
    <message>
        <source>How far the machine moves; what would leave its bed is not written</source>
        <translation>Jusqu’où va la machine ; ce qui sortirait du plateau n’est pas écrit</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>The machine counts from this corner of the page</source>
        <translation>La machine compte à partir de ce coin de la page</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>En haut à gauche</translation>
    </message>
    <message>
        <source>By how much straight pieces may differ from the curves, up to 1 mm</source>
        <translation>De combien les segments droits peuvent s’écarter des courbes, jusqu’à 1 mm</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Plateau</translation>
    </message>
    <message>
        <source>Any plotter</source>
        <translation>Tout traceur</translation>
    </message>
    <message>
        <source>Choose a machine file</source>
        <translation>Choisir un fichier de machine</translation>
    </message>
    <message>
        <source>Machine files (*.toml)</source>
        <translation>Fichiers de machine (*.toml)</translation>
    </message>
    <message>
        <source>Time of the plot</source>
        <translation>Durée du tracé</translation>
    </message>
    <message>
        <source>The moment of the plot that is shown; marks are where the pen is changed</source>
        <translation>Le moment du tracé qui est montré ; les repères sont les changements de stylo</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>See the pen move as the machine will move it</source>
        <translation>Voir le stylo se déplacer comme la machine le déplacera</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>How many times as fast as the machine; ×1 is its true speed</source>
        <translation>Combien de fois plus vite que la machine ; ×1 est sa vraie vitesse</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>RÉSULTAT</translation>
    </message>
    <message>
        <source>About {duration}</source>
        <translation>Environ {duration}</translation>
    </message>
    <message>
        <source>By the speeds of {machine}, without the time to change pens</source>
        <translation>D’après les vitesses de {machine}, sans le temps de changer de stylo</translation>
    </message>
    <message numerus="yes">
        <source>%n pen-down(s)</source>
        <translation>
            <numerusform>%n abaissement</numerusform>
            <numerusform>%n abaissements</numerusform>
        </translation>
    </message>
    <message>
        <source>{way} drawn</source>
        <translation>{way} tracés</translation>
    </message>
    <message>
        <source>{way} lifted</source>
        <translation>{way} stylo levé</translation>
    </message>
    <message>
        <source>Ordering strokes: {share:.0%}</source>
        <translation>Ordre des traits : {share:.0%}</translation>
    </message>
    <message numerus="yes">
        <source>%n more pen(s)</source>
        <translation>
            <numerusform>%n autre stylo</numerusform>
            <numerusform>%n autres stylos</numerusform>
        </translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Speed: 1× is that of a hand</source>
        <translation>Vitesse : 1× est celle d’une main</translation>
    </message>
    <message>
        <source>Pause at the strokes shown</source>
        <translation>S’arrêter aux traits affichés</translation>
    </message>
    <message>
        <source>Play: see the drawing drawn, stroke by stroke</source>
        <translation>Lire : voir le dessin se tracer, trait par trait</translation>
    </message>
    <message>
        <source>hatching of areas is for G-code, HPGL and the plotter profile</source>
        <translation>les aires hachurées sont pour le G-code, le HPGL et le profil traceur</translation>
    </message>
    <message>
        <source>a spacing of the hatching is for areas that are hatched: choose both</source>
        <translation>un écartement des hachures est pour des aires hachurées : choisissez les deux</translation>
    </message>
    <message>
        <source>there is nothing to hatch: no visible layer has a filled area</source>
        <translation>il n&apos;y a rien à hachurer : aucun calque visible n&apos;a d&apos;aire remplie</translation>
    </message>
    <message>
        <source>the lines of the hatching would be nearer than the pen is wide: take more spacing</source>
        <translation>les lignes des hachures seraient plus serrées que la largeur du stylo : prenez plus d&apos;écartement</translation>
    </message>
    <message>
        <source>There is not enough memory for this film: take a smaller size.</source>
        <translation>La mémoire ne suffit pas pour ce film : prenez une taille plus petite.</translation>
    </message>
    <message>
        <source>Exported {name}: {size}, {seconds:.1f} s.</source>
        <translation>{name} exporté : {size}, {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>there is no drawing to film yet: draw one first</source>
        <translation>il n’y a pas encore de dessin à filmer : dessinez d’abord</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exporter un film</translation>
    </message>
    <message>
        <source>The file&apos;s name; its ending follows the format</source>
        <translation>Le nom du fichier ; sa terminaison suit le format</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>Avancement du film</translation>
    </message>
    <message>
        <source>Write the film (Enter)</source>
        <translation>Écrire le film (Entrée)</translation>
    </message>
    <message>
        <source>Stop; what was there before stays (Esc)</source>
        <translation>Arrêter ; ce qui était là reste (Échap)</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} s</translation>
    </message>
    <message>
        <source>A film of {counted}, {seconds:.1f} s</source>
        <translation>Un film de {counted}, {seconds:.1f} s</translation>
    </message>
    <message>
        <source>there is no photo in {name}</source>
        <translation>il n’y a pas de photo dans {name}</translation>
    </message>
    <message numerus="yes">
        <source>The queue is done: %n drawing(s).</source>
        <translation>
            <numerusform>La file d’attente est terminée : %n dessin.</numerusform>
            <numerusform>La file d’attente est terminée : %n dessins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: the queue says why.</source>
        <translation>
            <numerusform>%n échec : la file d’attente dit pourquoi.</numerusform>
            <numerusform>%n échecs : la file d’attente dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue: {problem}</source>
        <translation>La file d’attente : {problem}</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>hachuré</translation>
    </message>
    <message>
        <source>cross-hatched</source>
        <translation>hachures croisées</translation>
    </message>
    <message>
        <source>hatched along the form</source>
        <translation>hachuré selon la forme</translation>
    </message>
    <message>
        <source>stippled</source>
        <translation>pointillé</translation>
    </message>
    <message>
        <source>as many strokes as it takes</source>
        <translation>autant de traits qu’il en faut</translation>
    </message>
    <message>
        <source>up to {counted}</source>
        <translation>jusqu’à {counted}</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>en couleur</translation>
    </message>
    <message>
        <source>as one line</source>
        <translation>en une seule ligne</translation>
    </message>
    <message>
        <source>as few lines</source>
        <translation>en peu de lignes</translation>
    </message>
    <message>
        <source>the whole photo</source>
        <translation>la photo entière</translation>
    </message>
    <message>
        <source>usual settings</source>
        <translation>réglages habituels</translation>
    </message>
    <message>
        <source>drawn by another program</source>
        <translation>dessiné par un autre programme</translation>
    </message>
    <message>
        <source>{drawn} in {seconds} s</source>
        <translation>{drawn} en {seconds} s</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>waits: the file is still being written</source>
        <translation>attend : le fichier est encore en cours d’écriture</translation>
    </message>
    <message>
        <source>waits for the model {name}</source>
        <translation>attend le modèle {name}</translation>
    </message>
    <message>
        <source>waits: its folder is not there</source>
        <translation>attend : son dossier n’est pas là</translation>
    </message>
    <message>
        <source>waits: the disk is full</source>
        <translation>attend : le disque est plein</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>GRBL pen plotter with a servo</source>
        <translation>Traceur GRBL à servo</translation>
    </message>
    <message>
        <source>GRBL 3018 with a laser</source>
        <translation>GRBL 3018 avec laser</translation>
    </message>
    <message>
        <source>Send to &amp;queue</source>
        <translation>Envoyer à la &amp;file d’attente</translation>
    </message>
    <message>
        <source>Draw this photo, or these words, with these settings later, in the queue</source>
        <translation>Dessiner plus tard cette photo, ou ces mots, avec ces réglages, dans la file d’attente</translation>
    </message>
    <message>
        <source>&amp;Queue…</source>
        <translation>&amp;File d’attente…</translation>
    </message>
    <message>
        <source>Photos and words that are drawn one after another; a folder can feed it</source>
        <translation>Photos et mots dessinés l’un après l’autre ; un dossier peut l’alimenter</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>is being drawn</source>
        <translation>en cours de dessin</translation>
    </message>
    <message>
        <source>“{name}” waits in the queue.</source>
        <translation>« {name} » attend dans la file.</translation>
    </message>
    <message>
        <source>Jobs of the queue</source>
        <translation>Tâches de la file d’attente</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open the drawing in the window (Enter)</source>
        <translation>Ouvrir le dessin dans la fenêtre (Entrée)</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>Montrer dans son &amp;dossier</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ouvrir son dossier</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Let it wait for its turn again (R)</source>
        <translation>La remettre dans la file (R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Do not draw it; the row stays (C)</source>
        <translation>Ne pas la dessiner ; la ligne reste (C)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Take it off the list; results stay (Del)</source>
        <translation>La retirer de la liste ; les résultats restent (Suppr)</translation>
    </message>
    <message>
        <source>Draw &amp;earlier</source>
        <translation>Dessiner plus &amp;tôt</translation>
    </message>
    <message>
        <source>One place up (Alt+↑)</source>
        <translation>Une place plus haut (Alt+↑)</translation>
    </message>
    <message>
        <source>Draw &amp;later</source>
        <translation>Dessiner plus t&amp;ard</translation>
    </message>
    <message>
        <source>One place down (Alt+↓)</source>
        <translation>Une place plus bas (Alt+↓)</translation>
    </message>
    <message>
        <source>The photo was replaced while it waited; the new one is drawn.</source>
        <translation>La photo a été remplacée pendant l’attente ; la nouvelle est dessinée.</translation>
    </message>
    <message>
        <source>“{prompt}” · {settings}</source>
        <translation>« {prompt} » · {settings}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Words to add to the queue</source>
        <translation>Mots à ajouter à la file</translation>
    </message>
    <message>
        <source>Words to add to the queue; Enter adds them</source>
        <translation>Mots à ajouter à la file ; Entrée les ajoute</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Ajouter des photos…</translation>
    </message>
    <message>
        <source>Add photos, in any number (Ctrl+O)</source>
        <translation>Ajouter des photos, en tout nombre (Ctrl+O)</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add the photos of a folder and of those in it</source>
        <translation>Ajouter les photos d’un dossier et de ceux qu’il contient</translation>
    </message>
    <message>
        <source>Drawn with</source>
        <translation>Dessiné avec</translation>
    </message>
    <message>
        <source>The settings for what is added from now on</source>
        <translation>Les réglages de ce qui est ajouté désormais</translation>
    </message>
    <message>
        <source>Choose the folder of the results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Drop photos, folders or lines of text here. They are drawn one after another, also after a restart.</source>
        <translation>Déposez ici des photos, des dossiers ou des lignes de texte. Ils sont dessinés l’un après l’autre, même après un redémarrage.</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>Retirer les terminés</translation>
    </message>
    <message>
        <source>Take what is drawn off the list; results stay</source>
        <translation>Retirer de la liste ce qui est dessiné ; les résultats restent</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Draw nothing of what waits or is being drawn</source>
        <translation>Ne rien dessiner de ce qui attend ou est en cours</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>Comme la fenêtre</translation>
    </message>
    <message>
        <source>Results go to {folder}</source>
        <translation>Les résultats vont dans {folder}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Draw what waits</source>
        <translation>Dessiner ce qui attend</translation>
    </message>
    <message>
        <source>Begin no further drawing; the one being made is finished</source>
        <translation>Ne pas commencer d’autre dessin ; celui en cours est terminé</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Stop watching {name}</source>
        <translation>Ne plus surveiller {name}</translation>
    </message>
    <message>
        <source>Draw each photo that arrives in a folder from now on</source>
        <translation>Dessiner chaque photo qui arrive désormais dans un dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n terminé</numerusform>
            <numerusform>%n terminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Ajouter les photos d’un dossier</translation>
    </message>
    <message>
        <source>The folder of the results</source>
        <translation>Le dossier des résultats</translation>
    </message>
    <message>
        <source>The folder to watch</source>
        <translation>Le dossier à surveiller</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Montrer la file d’attente</translation>
    </message>
    <message numerus="yes">
        <source>Queue paused: %n left</source>
        <translation>
            <numerusform>File en pause : %n restant</numerusform>
            <numerusform>File en pause : %n restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue: %n left</source>
        <translation>
            <numerusform>File d’attente : %n restant</numerusform>
            <numerusform>File d’attente : %n restants</numerusform>
        </translation>
    </message>
    <message>
        <source>{unseen} not plotted: areas or invisible</source>
        <translation>{unseen} non tracés : aplats ou invisibles</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>&amp;Galerie…</translation>
    </message>
    <message>
        <source>Every run that was kept: search, compare, open, use its settings again</source>
        <translation>Toutes les exécutions conservées : chercher, comparer, ouvrir, reprendre les réglages</translation>
    </message>
    <message>
        <source>Use its &amp;settings</source>
        <translation>Reprendre ses &amp;réglages</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favori</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Two selected drawings, with a line between them to drag</source>
        <translation>Deux dessins choisis, avec entre eux une ligne à faire glisser</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Rétablir ce qui a été supprimé en dernier</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n drawing(s).</source>
        <translation>
            <numerusform>%n dessin supprimé.</numerusform>
            <numerusform>%n dessins supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep every run in the gallery</source>
        <translation>Conserver chaque exécution dans la galerie</translation>
    </message>
    <message>
        <source>Those of the window, the queue and the command line</source>
        <translation>Celles de la fenêtre, de la file d’attente et de la ligne de commande</translation>
    </message>
    <message>
        <source>Drawings at most</source>
        <translation>Dessins au plus</translation>
    </message>
    <message>
        <source>Beyond it the oldest are deleted, but no favourites and none with notes</source>
        <translation>Au-delà, les plus anciens sont supprimés, sauf les favoris et ceux qui ont des notes</translation>
    </message>
    <message>
        <source>The list of the gallery was damaged.</source>
        <translation>L’index de la galerie était endommagé.</translation>
    </message>
    <message>
        <source>It was set aside as {name} and made anew from the drawings’ own files.</source>
        <translation>Il a été mis de côté sous le nom {name} et refait à partir des fichiers des dessins.</translation>
    </message>
    <message>
        <source>The choice cannot be stored.</source>
        <translation>Ce choix ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>The drawing itself is as it was.</source>
        <translation>Le dessin lui-même est intact.</translation>
    </message>
    <message>
        <source>Line between two drawings</source>
        <translation>Ligne entre deux dessins</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys</source>
        <translation>Faites glisser la ligne, ou déplacez-la avec les flèches</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Dessins</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>Le dessin</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>La photo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the drawing, with its photo (Enter)</source>
        <translation>Ouvrir le dessin avec sa photo (Entrée)</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>Reprendre ses réglages</translation>
    </message>
    <message>
        <source>Set the draw panel as it was for this drawing</source>
        <translation>Régler le panneau comme pour ce dessin</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>{counted}, stopped</source>
        <translation>{counted}, arrêté</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Dessiné</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>modifiée depuis</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>disparue</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>stopped before it was finished</source>
        <translation>arrêté avant la fin</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Of photos</source>
        <translation>De photos</translation>
    </message>
    <message>
        <source>Of words</source>
        <translation>De mots</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>N’importe quand</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Search in names, words and notes</source>
        <translation>Chercher dans les noms, les mots et les notes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Which drawings are listed</source>
        <translation>Quels dessins sont affichés</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Since when they were drawn</source>
        <translation>Depuis quand ils ont été dessinés</translation>
    </message>
    <message>
        <source>Favourites alone</source>
        <translation>Favoris seulement</translation>
    </message>
    <message>
        <source>Every run leaves its drawing here. Draw something, and it appears.</source>
        <translation>Chaque exécution laisse ici son dessin. Dessinez quelque chose, et il apparaît.</translation>
    </message>
    <message>
        <source>Runs are not kept: switch that on in the preferences, under Files.</source>
        <translation>Les exécutions ne sont pas conservées : activez cela dans les préférences, sous Fichiers.</translation>
    </message>
    <message>
        <source>No drawing matches what you look for.</source>
        <translation>Aucun dessin ne correspond à ce que vous cherchez.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s)</source>
        <translation>
            <numerusform>%n dessin</numerusform>
            <numerusform>%n dessins</numerusform>
        </translation>
    </message>
    <message>
        <source>The photo of {name} is gone or has changed, so the drawing is open without it.</source>
        <translation>La photo de {name} a disparu ou a changé : le dessin est ouvert sans elle.</translation>
    </message>
    <message>
        <source>“Open photo beneath the drawing” opens it from another place.</source>
        <translation>« Ouvrir la photo sous le dessin » l’ouvre depuis un autre endroit.</translation>
    </message>
    <message>
        <source>The settings are as they were for that drawing.</source>
        <translation>Les réglages sont ceux de ce dessin.</translation>
    </message>
    <message>
        <source>Send to the &amp;queue again</source>
        <translation>Renvoyer dans la &amp;file d’attente</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) sent to the queue.</source>
        <translation>
            <numerusform>%n dessin envoyé dans la file d’attente.</numerusform>
            <numerusform>%n dessins envoyés dans la file d’attente.</numerusform>
        </translation>
    </message>
    <message>
        <source>How this was drawn is not known, so it cannot be drawn again.</source>
        <translation>On ne sait pas comment cela a été dessiné, il est donc impossible de le redessiner.</translation>
    </message>
    <message>
        <source>&amp;One line…</source>
        <translation>&amp;Une seule ligne…</translation>
    </message>
    <message>
        <source>Join all strokes into one line, drawn without lifting the pen, or into few; shown before it is done</source>
        <translation>Relier tous les traits en une ligne, sans lever le stylo, ou en quelques-unes ; montré avant</translation>
    </message>
    <message>
        <source>Prune, merge or join nothing</source>
        <translation>Ne rien élaguer, fusionner ni relier</translation>
    </message>
    <message>
        <source>join the lines</source>
        <translation>relier les lignes</translation>
    </message>
    <message>
        <source>Joining the lines</source>
        <translation>Les lignes sont reliées</translation>
    </message>
    <message>
        <source>{strokes} would become one line</source>
        <translation>{strokes} deviendraient une ligne</translation>
    </message>
    <message>
        <source>{strokes} would become {lines} lines</source>
        <translation>{strokes} deviendraient {lines} lignes</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluidité</translation>
    </message>
    <message>
        <source>From faithful, every stroke where it is, to flowing, corners rounded and little drawn twice</source>
        <translation>De fidèle, chaque trait à sa place, à fluide, coins arrondis et peu de passages doubles</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Into how many lines at most: so often the pen goes down</source>
        <translation>En combien de lignes au plus : le stylo se pose autant de fois</translation>
    </message>
    <message>
        <source>Save as a &amp;file…</source>
        <translation>Enregistrer en &amp;fichier…</translation>
    </message>
    <message>
        <source>A file of these settings, for `taureau batch`</source>
        <translation>Un fichier de ces réglages, pour `taureau batch`</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Set the panel as a preset file says</source>
        <translation>Régler le panneau selon un fichier de préréglages</translation>
    </message>
    <message>
        <source>Open a preset file</source>
        <translation>Ouvrir un fichier de préréglages</translation>
    </message>
    <message>
        <source>Preset files (*.json)</source>
        <translation>Fichiers de préréglages (*.json)</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Enregistrer les réglages</translation>
    </message>
    <message>
        <source>Preset file</source>
        <translation>Fichier de préréglages</translation>
    </message>
    <message>
        <source>MP4 and WebM need PyAV: {how}, or name the film .webp or .gif</source>
        <translation>MP4 et WebM demandent PyAV : {how}, ou nommez le film .webp ou .gif</translation>
    </message>
    <message>
        <source>it is not in this bundle, but in a copy that `pip install &apos;taureau[{extra}]&apos;` makes</source>
        <translation>il n’est pas dans ce paquet, mais dans une copie faite par `pip install &apos;taureau[{extra}]&apos;`</translation>
    </message>
    <message>
        <source>install it by `pip install &apos;taureau[{extra}]&apos;`</source>
        <translation>installez-le par `pip install &apos;taureau[{extra}]&apos;`</translation>
    </message>
    <message>
        <source>Lay a line between them to drag (Ctrl+D)</source>
        <translation>Placer entre eux une ligne à faire glisser (Ctrl+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) selected</source>
        <translation>
            <numerusform>%n dessin sélectionné</numerusform>
            <numerusform>%n dessins sélectionnés</numerusform>
        </translation>
    </message>
</context>
</TS>
