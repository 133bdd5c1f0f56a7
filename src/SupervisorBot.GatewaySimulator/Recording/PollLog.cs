namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// Who fetched whose events and when, one entry an agent, so that it stays small for many agents polled for long. It outlives the
/// client: a client that dies and comes back finds its silence counted. Safe to use from any thread.
/// </summary>
public sealed class PollLog
{
    private readonly Lock gate = new();
    private readonly int history;
    private readonly TimeProvider time;
    private readonly SortedDictionary<int, Entry> entries = [];

    internal PollLog(int history, TimeProvider time)
    {
        this.history = history;
        this.time = time;
    }

    /// <summary>The statistics of every agent that a client signed in or polled for, ordered by agent id.</summary>
    /// <returns>As they are at this moment.</returns>
    public IReadOnlyList<PollStatistics> Snapshot()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return [.. entries.Values.Select(entry => entry.View(now))];
        }
    }

    /// <summary>The statistics of one agent.</summary>
    /// <param name="agentId">The agent.</param>
    /// <returns><see langword="null"/> where no client signed the agent in or polled.</returns>
    public PollStatistics? Find(int agentId)
    {
        lock (gate)
        {
            return entries.TryGetValue(agentId, out var entry) ? entry.View(time.GetUtcNow()) : null;
        }
    }

    /// <summary>All agents in a few figures.</summary>
    /// <returns>As they are at this moment.</returns>
    public PollSummary Summary()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var longest = entries.Values.MaxBy(entry => entry.LongestGapAt(now));
            return new PollSummary(
                entries.Count,
                entries.Values.Count(entry => entry.IsSignedIn),
                entries.Values.Count(entry => entry.Open > 0),
                entries.Values.Sum(entry => entry.Polls),
                entries.Values.Sum(entry => entry.Handshakes),
                entries.Values.Select(entry => entry.MostAtOnce).DefaultIfEmpty().Max(),
                [.. entries.Values.Where(entry => entry.MostAtOnce > 1).Select(entry => entry.AgentId)],
                longest?.LongestGapAt(now) ?? TimeSpan.Zero,
                longest?.AgentId,
                entries.Values.Sum(entry => entry.SignOuts),
                entries.Values.Sum(entry => entry.SilentSignOuts));
        }
    }

    /// <summary>Begins anew: polls that are open and silences that last go on being counted, what is past is forgotten.</summary>
    public void Clear()
    {
        lock (gate)
        {
            foreach (var entry in entries.Values.Where(entry => !entry.Restart()).ToArray())
            {
                entries.Remove(entry.AgentId);
            }
        }
    }

    internal void SignedIn(int agentId) => On(agentId, (entry, now) => entry.SignIn(now));

    internal void SignedOut(int agentId, bool isSilent) => On(agentId, (entry, now) => entry.SignOut(now, isSilent));

    /// <summary>A poll arrived, whatever comes of it.</summary>
    internal PollTimes Arrived(int agentId, string node)
    {
        var poll = new PollTimes(node, time.GetUtcNow(), null);
        On(agentId, (entry, _) => entry.Arrive(poll, history));
        return poll;
    }

    /// <summary>That poll was answered or given up.</summary>
    internal void Left(int agentId, PollTimes poll) => On(agentId, (entry, now) => entry.Leave(poll, now));

    /// <summary>The agent's poll was accepted: the silence is over.</summary>
    internal void Heard(int agentId) => On(agentId, (entry, now) => entry.Hear(now));

    /// <summary>The accepted poll is over: a silence begins.</summary>
    internal void Silent(int agentId) => On(agentId, (entry, now) => entry.FallSilent(now));

    internal void Handshake(int agentId) => On(agentId, (entry, now) => entry.Shake(now));

    private void On(int agentId, Action<Entry, DateTimeOffset> act)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(agentId, out var entry))
            {
                entries.Add(agentId, entry = new Entry(agentId));
            }

            act(entry, time.GetUtcNow());
        }
    }

    private sealed class Entry(int agentId)
    {
        private readonly List<PollTimes> latest = [];
        private TimeSpan longestGap;
        private DateTimeOffset? silentSince;
        private int signIns;

        public int AgentId { get; } = agentId;

        public bool IsSignedIn { get; private set; }

        public int SignOuts { get; private set; }

        public int SilentSignOuts { get; private set; }

        public long Polls { get; private set; }

        public long Handshakes { get; private set; }

        public int Open { get; private set; }

        public int MostAtOnce { get; private set; }

        public PollStatistics View(DateTimeOffset now) => new(
            AgentId, IsSignedIn, signIns, SignOuts, SilentSignOuts, Polls, Handshakes, Open, MostAtOnce, LongestGapAt(now), Gap(now), [.. latest]);

        public TimeSpan LongestGapAt(DateTimeOffset now) => Gap(now) is var gap && gap > longestGap ? gap : longestGap;

        public void SignIn(DateTimeOffset now)
        {
            signIns++;
            IsSignedIn = true;
            silentSince = now;
        }

        public void SignOut(DateTimeOffset now, bool isSilent)
        {
            Hear(now);
            IsSignedIn = false;
            SignOuts++;
            SilentSignOuts += isSilent ? 1 : 0;
        }

        public void Hear(DateTimeOffset now)
        {
            longestGap = LongestGapAt(now);
            silentSince = null;
        }

        public void FallSilent(DateTimeOffset now) => silentSince = IsSignedIn ? now : null;

        public void Shake(DateTimeOffset now)
        {
            Handshakes++;
            Hear(now);
            FallSilent(now);
        }

        public void Arrive(PollTimes poll, int history)
        {
            Polls++;
            Open++;
            MostAtOnce = Math.Max(MostAtOnce, Open);
            latest.Add(poll);
            if (latest.Count > history)
            {
                latest.RemoveAt(0);
            }
        }

        public void Leave(PollTimes poll, DateTimeOffset now)
        {
            Open--;
            var place = latest.FindIndex(known => ReferenceEquals(known, poll));
            if (place >= 0)
            {
                latest[place] = poll with { Ended = now };
            }
        }

        /// <summary>False if there is nothing left to count.</summary>
        public bool Restart()
        {
            latest.RemoveAll(poll => poll.Ended is not null);
            (longestGap, signIns, SignOuts, SilentSignOuts, Handshakes) = (TimeSpan.Zero, 0, 0, 0, 0);
            (Polls, MostAtOnce) = (Open, Open);
            return IsSignedIn || Open > 0;
        }

        private TimeSpan Gap(DateTimeOffset now) => silentSince is { } since && now > since ? now - since : TimeSpan.Zero;
    }
}
