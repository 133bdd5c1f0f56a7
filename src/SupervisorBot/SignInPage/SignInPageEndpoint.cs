using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>The page over which an inspector signs in. Opening it changes nothing; only its own form, sent from it, does.</summary>
internal sealed class SignInPageEndpoint(
    ISignInPageDesk desk,
    IAntiforgery antiforgery,
    CrossSiteCheck origins,
    PageLimits limits,
    PageWriter writer,
    IOptions<PublicAddressOptions> address,
    IOptions<SignInOptions> signIn,
    IOptions<SignInPageOptions> options,
    ILogger<SignInPageEndpoint> logger)
{
    public const string TokenName = "token";
    private const int LongestPassword = 32;
    private const int LongestPhone = 24;

    public Task ShowAsync(HttpContext context) => GuardAsync(context, async token =>
        await desk.FindAsync(token, context.RequestAborted) is { } form
            ? Form(context, PageTexts.For(form.Locale), form, form.PhoneNumber, [])
            : NoLink(context));

    public Task TakeAsync(HttpContext context) => GuardAsync(context, async token =>
    {
        if (!origins.IsOwn(context.Request))
        {
            Log.PageRefused(logger, "CrossSite");
            return Refused(context, StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context) is not { } sent)
        {
            return Refused(context, StatusCodes.Status413PayloadTooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            Log.PageRefused(logger, "Antiforgery");
            return Refused(context, StatusCodes.Status400BadRequest);
        }

        return await TakeAsync(context, token, sent);
    });

    private async Task<Page> TakeAsync(HttpContext context, string token, IFormCollection sent)
    {
        if (await desk.FindAsync(token, context.RequestAborted) is not { } form)
        {
            // It may be the second of two clicks, which waits for the same answer; otherwise the session says that there is no such link.
            return await SubmitAsync(context, token, sent, null);
        }

        var texts = PageTexts.For(form.Locale);
        var errors = Check(texts, sent);
        return errors.Count > 0
            ? Form(context, texts, form, PhoneOf(sent), errors)
            : await SubmitAsync(context, token, sent, form);
    }

    private async Task<Page> SubmitAsync(HttpContext context, string token, IFormCollection sent, SignInForm? form)
    {
        var texts = form is null ? PageTexts.For(context.Request) : PageTexts.For(form.Locale);
        if (Check(texts, sent).Count > 0)
        {
            return NoLink(context);
        }

        var password = sent[PageWriter.PasswordField].ToString();
        // A sign-in that has begun is not given up because a phone lost its connection.
        var answer = await desk.SignInAsync(token, sent[PageWriter.FormField].ToString(), password, PhoneOf(sent), CancellationToken.None);
        return answer.Result switch
        {
            PageResult.SignedIn or PageResult.SignedInElsewhere => new Page(StatusCodes.Status200OK, writer.Code(texts, answer)),
            PageResult.Failed when form is not null => Form(context, texts, form, PhoneOf(sent), [ErrorOf(texts, answer.Problem)]),
            PageResult.Failed or PageResult.FailedForGood => new Page(
                StatusCodes.Status422UnprocessableEntity, writer.Words(texts, texts.ErrorTitle, $"{ErrorOf(texts, answer.Problem).Text} {texts.AskedTooOften}")),
            _ => NoLink(context),
        };
    }

    /// <summary>What every request has to pass, and what every answer carries.</summary>
    private async Task GuardAsync(HttpContext context, Func<string, Task<Page>> answer)
    {
        Page page;
        try
        {
            if (address.Value.PublicAddress is not { } own)
            {
                page = NoLink(context);
            }
            else if (!limits.Allow(context))
            {
                Log.PageRefused(logger, "RateLimit");
                var texts = PageTexts.For(context.Request);
                page = new Page(StatusCodes.Status429TooManyRequests, writer.Words(texts, texts.TooOftenTitle, texts.TooOften));
                context.Response.Headers.RetryAfter = ((int)options.Value.Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                // A proxy may have ended TLS: what the browser sees is what the setting says. Cookies are marked secure in either case, which browsers take
                // from loopback too.
                context.Request.Scheme = Uri.UriSchemeHttps;
                context.Request.Host = HostString.FromUriComponent(own);
                page = await answer((string?)context.Request.RouteValues[TokenName] ?? "");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The edge of the page: what went wrong is logged by its kind, and told in plain words.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.PageBroke(logger, broken.GetType().Name);
            var words = PageTexts.For(context.Request);
            page = new Page(StatusCodes.Status503ServiceUnavailable, writer.Words(words, words.BrokenTitle, words.Broken));
        }

        await WriteAsync(context, page);
    }

    private static async Task WriteAsync(HttpContext context, Page page)
    {
        PageHeaders.Set(context.Response);
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await context.Response.WriteAsync(page.Html, context.RequestAborted);
    }

    private Page Form(HttpContext context, PageTexts texts, SignInForm form, string phone, List<FormError> errors)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        var html = writer.Form(texts, form, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), tokens, signIn.Value.KeepPassword, phone, errors);
        return new Page(errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, html);
    }

    /// <summary>One page for every link that is not to be used; it does not tell why.</summary>
    private Page NoLink(HttpContext context)
    {
        var texts = PageTexts.For(context.Request);
        return new Page(StatusCodes.Status404NotFound, writer.Words(texts, texts.NoLinkTitle, texts.NoLink));
    }

    private Page Refused(HttpContext context, int status)
    {
        var texts = PageTexts.For(context.Request);
        return new Page(status, writer.Words(texts, texts.RefusedTitle, texts.Refused));
    }

    private static List<FormError> Check(PageTexts texts, IFormCollection sent)
    {
        List<FormError> errors = [];
        var password = sent[PageWriter.PasswordField].ToString();
        if (password.Length is 0 or > LongestPassword)
        {
            errors.Add(new FormError(PageWriter.PasswordField, password.Length == 0 ? texts.PasswordMissing : texts.PasswordTooLong));
        }

        if (PhoneOf(sent) is not { Length: > 0 and <= LongestPhone } phone || !phone.All(char.IsAsciiDigit))
        {
            errors.Add(new FormError(PageWriter.PhoneField, texts.PhoneWrong));
        }

        return errors;
    }

    private static FormError ErrorOf(PageTexts texts, Problem? problem)
    {
        var kind = PageProblems.Of(problem);
        var text = texts.Problem(kind);
        var field = kind switch
        {
            PageProblem.WrongPassword or PageProblem.PasswordExpired => PageWriter.PasswordField,
            PageProblem.WrongPhone => PageWriter.PhoneField,
            _ => null,
        };
        return new FormError(field, problem?.Code is { } code ? texts.WithCode(text, code) : text);
    }

    // People write numbers in groups.
    private static string PhoneOf(IFormCollection sent) =>
        string.Concat(sent[PageWriter.PhoneField].ToString().Take(2 * LongestPhone).Where(letter => letter is not (' ' or '-' or '/' or '(' or ')')));

    private async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        var most = options.Value.MaxBodyBytes;
        if (context.Request.ContentLength > most || !context.Request.HasFormContentType)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        try
        {
            var form = new FormFeature(context.Request, new FormOptions { BufferBodyLengthLimit = most, ValueCountLimit = 16, KeyLengthLimit = 128, ValueLengthLimit = most });
            context.Features.Set<IFormFeature>(form);
            return await form.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private sealed record Page(int Status, string Html);
}
