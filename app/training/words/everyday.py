"""Our own translations of everyday things that emoji lack, or name in passing."""

from __future__ import annotations

from collections.abc import Mapping

_LANGUAGES = "de fr es it pt nl ru zh ja".split()
_TABLE = """
table: Tisch|table|mesa|tavolo|mesa|tafel|стол|桌子|机
lamp: Lampe|lampe|lámpara|lampada|lâmpada|lamp|лампа|灯|ランプ
cup: Tasse|tasse|taza|tazza|xícara|kopje|чашка|杯子|コップ
cake: Kuchen|gâteau|pastel|torta|bolo|taart|торт|蛋糕|ケーキ
ice cream: Eis|glace|helado|gelato|sorvete|ijs|мороженое|冰淇淋|アイスクリーム
bottle: Flasche|bouteille|botella|bottiglia|garrafa|fles|бутылка|瓶子|瓶
shirt: Hemd|chemise|camisa|camicia|camisa|overhemd|рубашка|衬衫|シャツ
hat: Hut|chapeau|sombrero|cappello|chapéu|hoed|шляпа|帽子|帽子
glasses: Brille|lunettes|gafas|occhiali|óculos|bril|очки|眼镜|眼鏡
shoe: Schuh|chaussure|zapato|scarpa|sapato|schoen|туфля|鞋|靴
desk: Schreibtisch|bureau|escritorio|scrivania|escrivaninha|bureau|письменный стол|书桌|勉強机
sofa: Sofa|canapé|sofá|divano|sofá|bank|диван|沙发|ソファー
cupboard: Schrank|placard|armario|armadio|armário|kast|шкаф|柜子|戸棚
shelf: Regal|étagère|estante|scaffale|prateleira|plank|полка|架子|棚
pot: Topf|casserole|olla|pentola|panela|pan|кастрюля|锅|鍋
plate: Teller|assiette|plato|piatto|prato|bord|тарелка|盘子|皿
fork: Gabel|fourchette|tenedor|forchetta|garfo|vork|вилка|叉子|フォーク
knife: Messer|couteau|cuchillo|coltello|faca|mes|нож|刀|ナイフ
glass: Glas|verre|vaso|bicchiere|copo|glas|стакан|玻璃杯|グラス
jug: Krug|cruche|jarra|brocca|jarro|kan|кувшин|水壶|水差し
vase: Vase|vase|jarrón|vaso|vaso|vaas|ваза|花瓶|花瓶
pillow: Kissen|oreiller|almohada|cuscino|travesseiro|kussen|подушка|枕头|枕
fence: Zaun|clôture|valla|recinzione|cerca|hek|забор|篱笆|柵
bridge: Brücke|pont|puente|ponte|ponte|brug|мост|桥|橋
tower: Turm|tour|torre|torre|torre|toren|башня|塔|塔
road: Straße|route|carretera|strada|estrada|weg|дорога|路|道路
island: Insel|île|isla|isola|ilha|eiland|остров|岛|島
lake: See|lac|lago|lago|lago|meer|озеро|湖|湖
river: Fluss|rivière|río|fiume|rio|rivier|река|河|川
window: Fenster|fenêtre|ventana|finestra|janela|raam|окно|窗户|窓
roof: Dach|toit|tejado|tetto|telhado|dak|крыша|屋顶|屋根
stairs: Treppe|escalier|escalera|scala|escada|trap|лестница|楼梯|階段
bicycle: Fahrrad|vélo|bicicleta|bicicletta|bicicleta|fiets|велосипед|自行车|自転車
trousers: Hose|pantalon|pantalones|pantaloni|calças|broek|брюки|裤子|ズボン
skirt: Rock|jupe|falda|gonna|saia|rok|юбка|裙子|スカート
jacket: Jacke|veste|chaqueta|giacca|jaqueta|jas|куртка|夹克|ジャケット
bag: Tasche|sac|bolsa|borsa|bolsa|tas|сумка|包|かばん
sheep: Schaf|mouton|oveja|pecora|ovelha|schaap|овца|绵羊|羊
lion: Löwe|lion|león|leone|leão|leeuw|лев|狮子|ライオン
mouse: Maus|souris|ratón|topo|rato|muis|мышь|老鼠|ねずみ
rocket: Rakete|fusée|cohete|razzo|foguete|raket|ракета|火箭|ロケット
violin: Geige|violon|violín|violino|violino|viool|скрипка|小提琴|バイオリン
"""


def everyday_words(things: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """Return the words of each language with their names, of those that the decoder has learnt."""
    found: dict[str, dict[str, str]] = {language: {} for language in _LANGUAGES}
    for line in _TABLE.strip().splitlines():
        name, _, words = line.partition(": ")
        for language, word in zip(_LANGUAGES, words.split("|"), strict=True):
            if name in things:
                found[language][word.casefold()] = name
    return found
