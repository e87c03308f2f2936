using System.Text;
using QRCoder;

namespace LiveClass.Web.Joining;

/// <summary>A QR code as the path of an SVG: one unit a module, the quiet zone included.</summary>
/// <param name="Size">Its width and height in modules.</param>
/// <param name="Path">The dark modules, for a path's <c>d</c>.</param>
internal sealed record QrPath(int Size, string Path)
{
    /// <summary>The code of a text.</summary>
    public static QrPath Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x]) continue;
                var from = x;
                while (x < modules.Count && modules[y][x]) x++;
                path.Append($"M{from} {y}h{x - from}v1H{from}z");
            }
        }

        return new QrPath(modules.Count, path.ToString());
    }
}
