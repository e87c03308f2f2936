using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Tests.Components.Screens;

/// <summary>Components as the server renders them.</summary>
internal static class Rendered
{
    public static async Task<IDocument> As<T>(Dictionary<string, object?> parameters, string language = WordBook.Default)
        where T : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton(PageWords.English.In(language)).AddSingleton<AntiforgeryStateProvider, NoTokens>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    // Forms are drawn without a request: their tokens are the server's tests' affair.
    private sealed class NoTokens : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
