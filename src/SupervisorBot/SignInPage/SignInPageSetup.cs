using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupervisorBot.HistoryPage;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.SignInPage;

/// <summary>Puts the sign-in page into the host.</summary>
internal static class SignInPageSetup
{
    private const string Path = "/" + SignInLinks.Path;

    /// <summary>Whether a request is for the page. Its path holds the link's token, which no trace may keep.</summary>
    public static bool IsSignInPage(HttpRequest request) => request.Path.StartsWithSegments(Path);

    public static void AddSignInPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInPageOptions>().Bind(configuration.GetSection(SignInPageOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInPageOptions>, SignInPageOptionsCheck>();
        services.AddSingleton<IValidateOptions<PublicAddressOptions>, PublicAddressCheck>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "__Host-SupervisorBot.SignIn";
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.IsEssential = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            antiforgery.FormFieldName = "check";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.TryAddSingleton(HtmlEncoder.Default);
        services.AddSingleton<PageWriter>();
        services.AddSingleton<PageLimits>();
        services.AddSingleton<CrossSiteCheck>();
        services.AddSingleton<SignInPageEndpoint>();
    }

    public static void MapSignInPage(this WebApplication app)
    {
        UseKnownProxies(app);
        const string route = Path + "/{" + SignInPageEndpoint.TokenName + "}";
        app.MapGet(route, static (HttpContext context) => context.RequestServices.GetRequiredService<SignInPageEndpoint>().ShowAsync(context));
        app.MapPost(route, static (HttpContext context) => context.RequestServices.GetRequiredService<SignInPageEndpoint>().TakeAsync(context));
    }

    private static void UseKnownProxies(WebApplication app)
    {
        var proxies = app.Configuration.GetSection($"{SignInPageOptions.SectionName}:{nameof(SignInPageOptions.KnownProxies)}").Get<string[]>() ?? [];
        // What is no address is told when the settings are checked.
        var addresses = proxies.Select(proxy => IPAddress.TryParse(proxy, out var known) ? known : null).OfType<IPAddress>().ToList();
        if (addresses.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        addresses.ForEach(forwarded.KnownProxies.Add);
        app.UseWhen(context => IsSignInPage(context.Request) || HistoryPageSetup.IsHistoryPage(context.Request), page => page.UseForwardedHeaders(forwarded));
    }
}
