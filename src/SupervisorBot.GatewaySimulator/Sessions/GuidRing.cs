namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The Guids of one sign-in. Under AUTHMODE 2 a new one is made every GUIDINTERVAL and its predecessor stays valid for
/// GUIDTIMEOUT after that (cec_07_0005); under AUTHMODE 1 the first one stays. Renewals that are due are made up for when asked.
/// </summary>
internal sealed class GuidRing
{
    private const int Remembered = 16;

    private readonly SimulatorOptions options;
    private readonly List<(string Guid, DateTimeOffset? LapsesAt)> guids = [];
    private DateTimeOffset nextRenewal;

    public GuidRing(SimulatorOptions options, string nodeName, DateTimeOffset now)
    {
        this.options = options;
        NodeName = nodeName;
        guids.Add((Make(), null));
        nextRenewal = now + options.GuidInterval;
    }

    /// <summary>The suffix of the Guids made from now on.</summary>
    public string NodeName { get; set; }

    public string Current(DateTimeOffset now)
    {
        RenewWhatIsDue(now);
        return guids[^1].Guid;
    }

    public GuidStanding Standing(string guid, DateTimeOffset now)
    {
        RenewWhatIsDue(now);
        var index = guids.FindLastIndex(known => string.Equals(known.Guid, guid, StringComparison.Ordinal));
        return index < 0 ? GuidStanding.Unknown
            : index == guids.Count - 1 ? GuidStanding.Current
            : guids[index].LapsesAt > now ? GuidStanding.Previous
            : GuidStanding.Lapsed;
    }

    /// <summary>Renews now, for <c>updateGuid</c>; under AUTHMODE 1 the Guid stays as it is.</summary>
    public string Renew(DateTimeOffset now)
    {
        RenewWhatIsDue(now);
        if (options.AuthMode == 2)
        {
            Retire(now);
            nextRenewal = now + options.GuidInterval;
        }

        return guids[^1].Guid;
    }

    /// <summary>Every Guid given out so far is worth nothing from now on.</summary>
    public void Expire(DateTimeOffset now)
    {
        for (var i = 0; i < guids.Count; i++)
        {
            guids[i] = (guids[i].Guid, now);
        }

        guids.Add((Make(), null));
        nextRenewal = now + options.GuidInterval;
    }

    private void RenewWhatIsDue(DateTimeOffset now)
    {
        while (options.AuthMode == 2 && now >= nextRenewal)
        {
            Retire(nextRenewal);
            nextRenewal += options.GuidInterval;
        }
    }

    private void Retire(DateTimeOffset at)
    {
        guids[^1] = (guids[^1].Guid, at + options.GuidTimeout);
        guids.Add((Make(), null));
        if (guids.Count > Remembered)
        {
            guids.RemoveAt(0);
        }
    }

    private string Make() => $"{Guid.NewGuid():D}.{NodeName}";
}
