using System.Globalization;
using System.Net.Mime;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Texts;
using SupervisorBot.SignInPage;

namespace SupervisorBot.HistoryPage;

/// <summary>
/// The page behind a link to a file. Opening it takes nothing, so that programs that look at links in chats do not use it up; its own button does, once.
/// </summary>
internal sealed class HistoryPageEndpoint(
    IHistoryDownload downloads,
    ExportLinks links,
    CrossSiteCheck origins,
    PageLimits limits,
    HistoryPageWriter writer,
    IOptions<SignInPageOptions> options,
    ILogger<HistoryPageEndpoint> logger)
{
    /// <summary>The route's name for the ticket, which the limits count by.</summary>
    public const string TicketName = SignInPageEndpoint.TokenName;

    public Task ShowAsync(HttpContext context) => GuardAsync(context, async ticket =>
    {
        if (await downloads.FindAsync(ticket, context.RequestAborted) is not { } offer)
        {
            await WriteNoLinkAsync(context);
            return;
        }

        using var spoken = Language.Of(offer.Language).Speak();
        await WriteAsync(context, StatusCodes.Status200OK, writer.Offer(offer));
    });

    public Task GiveAsync(HttpContext context) => GuardAsync(context, async ticket =>
    {
        if (!origins.IsOwn(context.Request))
        {
            Log.DownloadRefused(logger, "CrossSite");
            await WriteNoLinkAsync(context, StatusCodes.Status403Forbidden);
            return;
        }

        // What has begun is carried through: the ticket is used up.
        if (await downloads.TakeAsync(ticket, CancellationToken.None) is not { } file)
        {
            await WriteNoLinkAsync(context);
            return;
        }

        PageHeaders.Set(context.Response);
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = ExportFile.ContentType;
        context.Response.ContentLength = file.Bytes.Length;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Name }.ToString();
        await context.Response.BodyWriter.WriteAsync(file.Bytes, context.RequestAborted);
    });

    /// <summary>What every request has to pass.</summary>
    private async Task GuardAsync(HttpContext context, Func<string, Task> answer)
    {
        // Until the person is known, in the browser's own language.
        using var spoken = Language.Of(context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value).Speak();
        try
        {
            if (!links.IsAvailable)
            {
                await WriteNoLinkAsync(context);
            }
            else if (!limits.Allow(context))
            {
                Log.DownloadRefused(logger, "RateLimit");
                context.Response.Headers.RetryAfter = ((int)options.Value.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await WriteAsync(context, StatusCodes.Status429TooManyRequests, writer.Words(ExportTexts.PageTooOftenTitle, ExportTexts.PageTooOften));
            }
            else
            {
                await answer((string?)context.Request.RouteValues[TicketName] ?? "");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
#pragma warning disable CA1031 // The edge of the page: what went wrong is logged by its kind, and told in plain words.
        catch (Exception broken) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Log.DownloadBroke(logger, broken.GetType().Name);
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, writer.Words(ExportTexts.PageBrokenTitle, ExportTexts.PageBroken));
        }
    }

    /// <summary>One page for every link that gives nothing; it does not tell why.</summary>
    private Task WriteNoLinkAsync(HttpContext context, int status = StatusCodes.Status404NotFound) =>
        WriteAsync(context, status, writer.Words(ExportTexts.PageNoLinkTitle, ExportTexts.PageNoLink));

    private static async Task WriteAsync(HttpContext context, int status, string html)
    {
        PageHeaders.Set(context.Response);
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }
}
