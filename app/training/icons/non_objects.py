"""Words in icon names that mean a part of a user interface, a sign or a brand, not a thing to draw."""

INTERFACE_WORDS = frozenset(
    """
    4g 4k 5g 8k abstract access accessible account accounts active add added admin adobe agent agents ai airplay alert
    alerts align aligned alignment alpha alphabet amazon ampersand analysis analytics anchor android angle angles
    antenna aperture api app apple application approval approve approved apps archive arrow arrowhead arrows
    arrowtriangle aspect asterisk at attach attachment audio auth authentication auto automatic automation available
    aws axis azure back backslash backup backward backwards badge badges baht banner bar bars bell bezier bitcoin
    block blocked blocks bluetooth blur bold bookmark boolean border borders bot bottom brace braces bracket brackets
    branch brand brands brightness browse browser bug cancel cancelled capital caps caption captions caret carets
    categories category cc ccw cell cells cellular center centre chart charts chat chats check checkbox checked
    checkmark checks chevron chevrons chrome click clicks clockwise clone close closed cmd code coding collapse
    collapsed collection column columns command comment comments commit common component components config
    configuration connect connected connection console contrast conversation copy corner corners counter
    counterclockwise create crop cropped cross css csv currency cursor custom cut cw dash dashboard dashed data
    database databases dataset date day debug default delete deleted depth deselect diagram dialog directory dirham
    disable disabled disconnect disconnected discord discover distribute divide dns doc docs document documents docx
    dogecoin dollar dot dots dotted down download downloaded downward downwards draft drag drop dropbox dropdown
    duplicate edge edges edit edited eight eject ellipsis empty enable enabled encrypted encryption end enlarge equal
    equality equals equation error etc ethereum euro exclamation exclude expand explore export exposure facebook
    failed failure favorite favorites favourite feedback field fields figma file files filter filtered filters find
    firefox first fit five flagged flip flipped flow flowchart folder folders font fonts forbidden fork form format
    formats forms forward forwarded forwards four franc full fullscreen function functions fx gadget gender general
    generative generic gesture gif git github gitlab google gps gpt graph graphs grid group groups half hamburger
    handle handles hash hashtag hd hdr heading headings height help hidden hide hierarchy hieroglyph high historic
    history horizontal horizontally hotspot hover html http https hue hyperlink icon import inactive inbox indent
    indeterminate info information input instagram internet intersect invalid invisible ip iso issue italic jpeg jpg
    js json justify kebab kerning kind kpi label labels lambda lan last layer layers layout layouts left leftwards
    length less letter letters level levels library like likes line lines link linked linkedin lira list lists
    litecoin llm loader loading location locations lock locked log login logo logout looks loop low lower lowercase
    lte ltr manual margin mark marked marker markers mask mastercard maximize mcp meatballs member members menu merge
    message messages metric metrics microsoft middle minimise minimize minus misc modal mode model models month more
    move mp3 mp4 multiply mute muted naira navigation negative network networks neutral new next nfc nine no node
    nodes not notification notifications notify number numbers numeric off offline ok on one online opacity opera
    option options other outbox outdent output padding page pages pagination panel panels paragraph parentheses
    parenthesis passkey password paste path paths pause paused paypal pdf pending percent percentage permission
    permissions peso php pi pin pinned pinpoint pinterest pipeline play plus png poi pointer polygon polyline popover
    popup positive pound ppt preferences prev preview previous priority problem process processing profile profiles
    progress prohibited prompt pull push quarter queries query question queue quick quotation quote quotes radio rag
    ratio read receive received recent recently record recording reddit redo refresh reject rejected release reload
    remove removed repeat replace reply repo report repository reset resize restore rewind rfid right rightwards riyal
    role roles rotate rotated rotation row rows rtk rtl ruble rune rupee safari saturation save saved scale schedule
    scheduled schema scroll scrollbar sd sdk search secured select selected selection selector send sent server
    servers setting settings seven shape shapes share shared sharing show shown shrink shuffle side sidebar sides
    sigma sign signal signals signin signout signpost six size sizes sketch skip skype slack slash snapchat sort
    sorting sound spacing spinner spinners spotify sql stack stacked start stat state statistics stats status stop
    stopped strikethrough stripe subscript subtitle subtitles subtract success superscript svg swap swipe switch
    symbol sync synced tab tabs tag tap team telegram ten terminal text three tick tiktok time timeline timer today
    toggle token tokens toolbar tooltip top topic touch trend trending twitter two txt type types typography uhd
    unavailable underline undo ungroup union unknown unlink unlock unlocked unmute unmuted unpin unpinned unread
    unverified up update updated upgrade upload uploaded upper uppercase upward upwards uri url user users valid
    validate validation variable various vector vectors verification verified verify version versions vertical
    vertically view views visa visibility visible volume vpn wan warning web website week whatsapp widget widgets
    width wifi window windows wireless without wlan won wordpress workflow www x xls xmark xml xyz year yen youtube
    yuan zero zip zodiac zoom
    """.split()
)

# The only words refused in names of sets of things.
SIGNS = frozenset(
    """
    abstract alphabet aquarius aries arrow arrowhead arrows asterisk badge brand button cancer capital capricorn
    caption caret checkmark chevron circled clockwise copyright counterclockwise digit divide division euro
    exclamation facebook flag gemini google heading ideograph infinity input japan japanese keycap leo letter libra
    linkedin logo minus multiplication multiply negative number numeral ophiuchus paragraph pentagram percent pisces
    plus quality question quotation regional registered restroom roundtrip rune sagittarius scorpio sdg sign squared
    taurus text trade trademark twitter virgo wc youtube zodiac
    """.split()
)
