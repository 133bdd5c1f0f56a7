using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisorBot.Chat.History.Export;

namespace SupervisorBot.HistoryPage;

/// <summary>Puts the page into the host from which the history is taken as a file.</summary>
internal static class HistoryPageSetup
{
    private const string Path = "/" + ExportLinks.Path;

    /// <summary>Whether a request is for the page. Its path holds the link's ticket, which no trace may keep.</summary>
    public static bool IsHistoryPage(HttpRequest request) => request.Path.StartsWithSegments(Path);

    public static void AddHistoryPage(this IServiceCollection services)
    {
        services.TryAddSingleton(HtmlEncoder.Default);
        services.AddSingleton<HistoryPageWriter>();
        services.AddSingleton<HistoryPageEndpoint>();
    }

    public static void MapHistoryPage(this WebApplication app)
    {
        const string route = Path + "/{" + HistoryPageEndpoint.TicketName + "}";
        app.MapGet(route, static (HttpContext context) => context.RequestServices.GetRequiredService<HistoryPageEndpoint>().ShowAsync(context));
        app.MapPost(route, static (HttpContext context) => context.RequestServices.GetRequiredService<HistoryPageEndpoint>().GiveAsync(context));
    }
}
