<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name />
        <message numerus="yes">
            <source>%n more stroke(s)</source>
            <translation>
                <numerusform>%n more stroke</numerusform>
                <numerusform>%n more strokes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stroke(s)</source>
            <translation>
                <numerusform>%n stroke</numerusform>
                <numerusform>%n strokes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)</source>
            <translation>
                <numerusform>%n more request</numerusform>
                <numerusform>%n more requests</numerusform>
            </translation>
        </message>
    </context>
</TS>
