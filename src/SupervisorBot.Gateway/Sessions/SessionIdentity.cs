using System.Net;
using System.Text.Json;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// The Guid of a session, counted by generation, and its cookies. The Guid leaves only in a request's header or an export.
/// </summary>
internal sealed class SessionIdentity(Uri baseAddress, TimeProvider time)
{
    private const string GuidHeader = "Guid";
    private const string SetGuidHeader = "Set-GUID";
    private readonly Lock gate = new();
    private string? guid;
    private DateTimeOffset guidTakenAt;
    private int generation;
    private CookieContainer cookies = new();
    private string? vdnId;

    public bool HasGuid
    {
        get
        {
            lock (gate)
            {
                return guid is not null;
            }
        }
    }

    public TimeSpan? GuidAge
    {
        get
        {
            lock (gate)
            {
                return guid is null ? null : time.GetUtcNow() - guidTakenAt;
            }
        }
    }

    public string? VdnId
    {
        get
        {
            lock (gate)
            {
                return vdnId;
            }
        }
    }

    /// <summary>Puts Guid and cookies on a request; a sign-in begins anew and carries neither.</summary>
    public void Stamp(HttpRequestMessage request, GatewayCall call)
    {
        request.Headers.Remove(GuidHeader);
        request.Headers.Remove("Cookie");
        lock (gate)
        {
            call.Generation = generation;
            call.Cookies = call.IsSignIn ? new CookieContainer() : cookies;
            if (guid is not null && !call.IsSignIn)
            {
                request.Headers.TryAddWithoutValidation(GuidHeader, guid);
            }
        }

        var header = call.Cookies.GetCookieHeader(request.RequestUri ?? baseAddress);
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", header);
        }
    }

    /// <summary>Takes Guid and cookies from an answer, whatever its status.</summary>
    public void Learn(HttpResponseMessage response, GatewayCall call)
    {
        LearnCookies(response, call);
        if (!response.Headers.TryGetValues(SetGuidHeader, out var values) || GuidOf(values.LastOrDefault()) is not { } fresh)
        {
            return;
        }

        if (call.IsSignIn)
        {
            call.SignInGuid = fresh;
        }
        else
        {
            Renew(fresh, call.Generation);
        }
    }

    /// <summary>Takes the Guid that updateGuid tells in its result.</summary>
    public void TakeFromResult(JsonElement result, GatewayCall call)
    {
        if (LenientJson.Text(result, "guid") is { Length: > 0 } text && GuidOf(text) is { } fresh)
        {
            Renew(fresh, call.Generation);
        }
    }

    /// <summary>
    /// Makes the sign-in's Guid and cookies those of the session; the answers to earlier requests change nothing any more.
    /// </summary>
    /// <exception cref="MissingGuidException">The answer brought no Guid.</exception>
    public SignInResult CompleteSignIn(SignInResult signIn, JsonElement result, GatewayCall call)
    {
        var fresh = call.SignInGuid ?? GuidOf(LenientJson.Text(result, "guid")) ?? throw new MissingGuidException();
        lock (gate)
        {
            guid = fresh;
            guidTakenAt = time.GetUtcNow();
            generation++;
            cookies = call.Cookies ?? new CookieContainer();
            vdnId = signIn.VdnId;
        }

        return signIn;
    }

    public void Clear()
    {
        lock (gate)
        {
            guid = null;
            generation++;
            cookies = new CookieContainer();
        }
    }

    public SessionCredentials? Export(int agentId)
    {
        lock (gate)
        {
            return guid is null
                ? null
                : new SessionCredentials(
                    agentId,
                    guid,
                    guidTakenAt,
                    ExportCookies(cookies),
                    vdnId);
        }
    }

    public void Import(SessionCredentials credentials)
    {
        var jar = new CookieContainer();
        foreach (var cookie in credentials.Cookies)
        {
            jar.Add(baseAddress, new Cookie(cookie.Name, cookie.Value, cookie.Path));
        }

        lock (gate)
        {
            guid = credentials.Guid;
            guidTakenAt = credentials.GuidTakenAt;
            generation++;
            cookies = jar;
            vdnId = credentials.VdnId;
        }
    }

    private static IReadOnlyList<SessionCookie> ExportCookies(CookieContainer jar) =>
        [.. from cookie in jar.GetAllCookies() where !cookie.Expired select new SessionCookie(cookie.Name, cookie.Value, cookie.Path)];

    private void Renew(string fresh, int sentUnder)
    {
        lock (gate)
        {
            if (sentUnder != generation)
            {
                return;
            }

            if (fresh != guid)
            {
                guid = fresh;
                generation++;
            }

            guidTakenAt = time.GetUtcNow();
        }
    }

    private void LearnCookies(HttpResponseMessage response, GatewayCall call)
    {
        if (call.Cookies is null || !response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            return;
        }

        foreach (var value in values)
        {
            try
            {
                call.Cookies.SetCookies(response.RequestMessage?.RequestUri ?? baseAddress, value);
            }
            catch (CookieException)
            {
                // A cookie that cannot be read is one that a browser would drop too.
            }
        }
    }

    /// <summary>Set-GUID reads "JSESSIONID=…"; the Guid is what follows the first "=" (CEC API reference cec_07_0005).</summary>
    private static string? GuidOf(string? header)
    {
        var text = header?.Trim();
        var value = text?[(text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
