namespace LiveClass.Tests.Unit.Formats;

/// <summary>Makes bytes that are nearly, or not at all, what a format says.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFF, (byte)'"', (byte)'-', (byte)'9', (byte)'{', (byte)'n'];
    private static readonly byte[][] Words = [[.. "null"u8], [.. "-1"u8], [.. "1e999"u8], [.. "99999999999"u8], [.. "[]"u8], [.. "{}"u8], [.. "\"x\""u8], [.. "1.5"u8]];

    public static byte[] Of(byte[] golden, Random random)
    {
        if (random.Next(20) == 0)
        {
            var noise = new byte[random.Next(400)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = golden.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(8))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = Telling[random.Next(Telling.Length)]; break;
            case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
            case 3: bytes.Insert(at, Telling[random.Next(Telling.Length)]); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            case 5: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
            case 6: ReplaceValue(bytes, at, random); break;
            default: bytes[at] = (byte)random.Next(256); break;
        }
    }

    // Replaces a JSON value by a word of the same length or shorter, padded with blanks, so that lengths before it stay right.
    private static void ReplaceValue(List<byte> bytes, int at, Random random)
    {
        var colon = bytes.IndexOf((byte)':', at);
        if (colon < 0) return;
        var end = bytes.FindIndex(colon, b => b is (byte)',' or (byte)'}' or (byte)']');
        if (end < 0) return;
        var word = Words[random.Next(Words.Length)];
        if (word.Length > end - colon - 1) return;
        for (var i = colon + 1; i < end; i++) bytes[i] = (byte)' ';
        for (var i = 0; i < word.Length; i++) bytes[colon + 1 + i] = word[i];
    }
}
