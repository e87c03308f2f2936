using System.Security.Cryptography;

namespace LiveClass.Records.Joining;

/// <summary>
/// The words of typed codes: short, known to children, spelled as they sound, none that could hurt, no two that differ by one
/// easily mistaken letter. Digits are 2 to 9, since 0 and 1 are read as letters, without the two pairs that mean something.
/// </summary>
public static class CodeWords
{
    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All { get; } =
        """
        ACORN AMBER ANCHOR APPLE APRIL ARROW ATLAS AUTUMN BADGE BAMBOO BANJO BASKET BERRY BIRCH BISON
        BONSAI BREAD BRIDGE BRUSH BUBBLE BUTTON CACTUS CAMEL CANOE CANYON CARROT CASTLE CEDAR CELLO CHALK CHERRY
        CLOUD CLOVER COBALT COMET COPPER CORAL COTTON COYOTE CRANE CRAYON DAISY DANCE DELTA DESERT DINGO DOLPHIN
        DRAGON DRUM EAGLE EARTH FALCON FERN FIELD FINCH FLAME FLUTE FOREST FOSSIL FROG FROST GALAXY GARDEN
        GECKO GINGER GLOBE GRAPE GUITAR HAMMER HARBOR HARP HAZEL HERON HONEY HORSE ICICLE INDIGO ISLAND IVORY
        JACKET JAGUAR JIGSAW JUNGLE KAYAK KETTLE KITE KIWI KOALA LADDER LAGOON LANTERN LARK LEMON LILAC LIZARD
        LOTUS LYNX MAGNET MANGO MAPLE MARBLE MEADOW MELON METEOR MINT MIRROR MOON MOSS MOUSE NEST NICKEL NUTMEG
        OASIS OCEAN OLIVE ONION ORBIT ORCHID OTTER PANDA PAPAYA PEACH PEARL PEBBLE PENCIL PEPPER PIANO PIGEON
        PILOT PINE PIZZA PLANET PLUM POND POPPY PRISM PUFFIN PUPPET QUARTZ QUEST QUILT RABBIT RADIO RAVEN RIBBON
        RIVER ROBIN ROBOT ROCKET SADDLE SAIL SALMON SANDAL SCARF SHADOW SILVER SKATE SLED SNOW SPARK SPOON
        SPRING STORM SUGAR SUMMER SUNSET SWAN TEMPLE THUNDER TIGER TOMATO TRAIN TULIP TUNNEL TURTLE UMBRELLA
        VALLEY VELVET VIOLIN VOLCANO WAGON WALNUT WALRUS WATER WHALE WHEEL WILLOW WINDOW WINTER YACHT ZEBRA
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A random code, such as KITE-27.</summary>
    public static string Next()
    {
        string digits;
        do digits = RandomNumberGenerator.GetString("23456789", 2);
        while (digits is "69" or "88");
        return $"{All[RandomNumberGenerator.GetInt32(All.Count)]}-{digits}";
    }

    /// <summary>A typed code as it is kept, however it was typed: "kite 27" and "Kite27" are KITE-27. Null where it is no typed code.</summary>
    public static string? Normal(string typed)
    {
        Span<char> kept = stackalloc char[16];
        var (length, letters) = (0, 0);
        foreach (var character in typed)
        {
            if (character is ' ' or '-' or '\u2010' or '\u2013' or '_') continue;
            if (length == kept.Length || !char.IsAsciiLetterOrDigit(character)) return null;
            if (char.IsAsciiLetter(character) && letters < length) return null;
            if (char.IsAsciiLetter(character)) letters++;
            kept[length++] = char.ToUpperInvariant(character);
        }

        return letters > 0 && length - letters == 2 ? $"{kept[..letters]}-{kept[letters..length]}" : null;
    }
}
