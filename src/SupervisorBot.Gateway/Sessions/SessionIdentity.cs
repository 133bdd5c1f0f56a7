using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// The Guid of a session, counted by generation, its cookies, and the base address that it is with. The Guid leaves only in a request's header or an
/// export.
/// <para>
/// The rule for requests under way at once: an answer's Guid is taken only when its request was sent under the Guid that is still held. So whichever answer
/// brings a renewal first wins, and what was sent before that changes nothing any more, however late it is answered. No renewal is lost by this: the
/// gateway renews a minute apart (GUIDINTERVAL, CEC API reference cec_07_0005), longer than a request lasts, and lets the one before live for
/// another (GUIDTIMEOUT), within which the next answer tells it again.
/// </para>
/// </summary>
/// <param name="addresses">The base addresses, the preferred one first.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where a listener's failure is told.</param>
internal sealed class SessionIdentity(IReadOnlyList<Uri> addresses, TimeProvider time, ILogger logger)
{
    private const string GuidHeader = "Guid";
    private const string SetGuidHeader = "Set-GUID";
    private readonly Lock gate = new();
    private readonly CookieContainer?[] jars = new CookieContainer?[addresses.Count];
    private string? guid;
    private DateTimeOffset guidTakenAt;
    private TimeSpan guidAgeWhenTaken;
    private long guidTakenTimestamp;
    private int generation;
    private int inUse;
    private string? vdnId;

    /// <summary>Called, outside every lock, when an export would hold another Guid, cookie or base address than before.</summary>
    public event Action? Changed;

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

    /// <summary>By the monotonic clock, so that a jump of the clock makes no Guid older or younger than it is.</summary>
    public TimeSpan? GuidAge
    {
        get
        {
            lock (gate)
            {
                return guid is null ? null : guidAgeWhenTaken + time.GetElapsedTime(guidTakenTimestamp);
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

    /// <summary>The number of the base address that the session is with.</summary>
    public int InUse
    {
        get
        {
            lock (gate)
            {
                return inUse;
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
            call.Cookies = call.IsSignIn ? new CookieContainer() : jars[call.Address] ??= new CookieContainer();
            if (guid is not null && !call.IsSignIn)
            {
                request.Headers.TryAddWithoutValidation(GuidHeader, guid);
            }
        }

        var header = call.Cookies.GetCookieHeader(request.RequestUri ?? addresses[call.Address]);
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", header);
        }
    }

    /// <summary>
    /// Takes Guid and cookies from an answer, whatever its status. The Guid of a sign-in, and that of an address on trial, counts once that is known to
    /// have succeeded.
    /// </summary>
    public void Learn(HttpResponseMessage response, GatewayCall call)
    {
        var changed = LearnCookies(response, call);
        if (response.Headers.TryGetValues(SetGuidHeader, out var values) && GuidOf(values.LastOrDefault()) is { } fresh)
        {
            if (call.IsSignIn || call.IsTrial)
            {
                call.FreshGuid = fresh;
            }
            else
            {
                changed |= Renew(fresh, call.Generation);
            }
        }

        Tell(changed && !call.IsSignIn && !call.IsTrial);
    }

    /// <summary>Takes the Guid that updateGuid tells in its result.</summary>
    public void TakeFromResult(JsonElement result, GatewayCall call)
    {
        if (LenientJson.Text(result, "guid") is { Length: > 0 } text && GuidOf(text) is { } fresh)
        {
            Tell(Renew(fresh, call.Generation));
        }
    }

    /// <summary>
    /// Makes the sign-in's Guid, cookies and base address those of the session; the answers to earlier requests change nothing any more.
    /// </summary>
    /// <exception cref="MissingGuidException">The answer brought no Guid.</exception>
    public SignInResult CompleteSignIn(SignInResult signIn, JsonElement result, GatewayCall call)
    {
        var fresh = call.FreshGuid ?? GuidOf(LenientJson.Text(result, "guid")) ?? throw new MissingGuidException();
        lock (gate)
        {
            Take(fresh, time.GetUtcNow());
            generation++;
            Array.Clear(jars);
            jars[call.Address] = call.Cookies;
            inUse = call.Address;
            vdnId = signIn.VdnId;
        }

        Tell(true);
        return signIn;
    }

    /// <summary>Goes over to the base address that answered on trial, with what it brought.</summary>
    /// <returns>True when the session went over just now.</returns>
    public bool MoveTo(GatewayCall call)
    {
        bool moved;
        lock (gate)
        {
            // An answer from elsewhere that came meanwhile counts more than this one's question.
            moved = call.Generation == generation && inUse != call.Address;
            inUse = moved ? call.Address : inUse;
        }

        var renewed = call.FreshGuid is { } fresh && Renew(fresh, call.Generation);
        Tell(moved || renewed);
        return moved;
    }

    /// <summary>True when the Guid that a call was sent with has been replaced since.</summary>
    public bool IsSuperseded(GatewayCall call)
    {
        lock (gate)
        {
            return guid is not null && call.Generation != generation;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            guid = null;
            generation++;
            Array.Clear(jars);
        }

        Tell(true);
    }

    public SessionCredentials? Export(int agentId)
    {
        lock (gate)
        {
            return guid is null
                ? null
                : new SessionCredentials(agentId, guid, guidTakenAt, ExportCookies(jars[inUse], addresses[inUse]), vdnId, addresses[inUse]);
        }
    }

    public void Import(SessionCredentials credentials)
    {
        var known = credentials.BaseAddress is null ? 0 : addresses.Index().FirstOrDefault(entry => entry.Item == credentials.BaseAddress, (-1, null!)).Index;
        var address = Math.Max(known, 0);
        var jar = new CookieContainer();
        foreach (var cookie in known < 0 ? [] : credentials.Cookies)
        {
            jar.Add(addresses[address], new Cookie(cookie.Name, cookie.Value, cookie.Path));
        }

        lock (gate)
        {
            Take(credentials.Guid, credentials.GuidTakenAt);
            generation++;
            Array.Clear(jars);
            jars[address] = jar;
            inUse = address;
            vdnId = credentials.VdnId;
        }
    }

    private static IReadOnlyList<SessionCookie> ExportCookies(CookieContainer? jar, Uri address) => jar is null
        ? []
        : [.. from cookie in jar.GetAllCookies()
              where !cookie.Expired && address.Host.EndsWith(cookie.Domain.TrimStart('.'), StringComparison.OrdinalIgnoreCase)
              select new SessionCookie(cookie.Name, cookie.Value, cookie.Path)];

    private bool Renew(string fresh, int sentUnder)
    {
        lock (gate)
        {
            if (sentUnder != generation)
            {
                return false;
            }

            var isNew = fresh != guid;
            generation += isNew ? 1 : 0;
            Take(fresh, time.GetUtcNow());
            return isNew;
        }
    }

    /// <summary>A time ahead of the clock, which has been set back since, counts as now.</summary>
    private void Take(string fresh, DateTimeOffset takenAt)
    {
        var now = time.GetUtcNow();
        guid = fresh;
        guidTakenAt = takenAt;
        guidAgeWhenTaken = takenAt < now ? now - takenAt : TimeSpan.Zero;
        guidTakenTimestamp = time.GetTimestamp();
    }

    private bool LearnCookies(HttpResponseMessage response, GatewayCall call)
    {
        if (call.Cookies is null || !response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            return false;
        }

        var address = response.RequestMessage?.RequestUri ?? addresses[call.Address];
        var before = call.Cookies.GetCookieHeader(address);
        foreach (var value in values)
        {
            try
            {
                call.Cookies.SetCookies(address, value);
            }
            catch (CookieException)
            {
                // A cookie that cannot be read is one that a browser would drop too.
            }
        }

        return before != call.Cookies.GetCookieHeader(address);
    }

    /// <summary>What a listener does wrong must not turn the gateway's answer, which is being read, into a failure.</summary>
    private void Tell(bool changed)
    {
        if (!changed)
        {
            return;
        }

        try
        {
            Changed?.Invoke();
        }
#pragma warning disable CA1031 // Whatever it is, it is the listener's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.ListenerFailed(logger, exception);
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
