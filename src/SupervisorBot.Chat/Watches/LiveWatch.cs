using System.Text.Json;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Watches;

/// <summary>
/// One chat's rules. It is asked one thing at a time. Rules and what was told stand in the store, so that nothing is told twice after a restart or by another node.
/// </summary>
internal sealed class LiveWatch(string thread, WatchServices services)
{
    /// <summary>The kind of the stored document.</summary>
    public const string Kind = "watch";

    private const string AuditDetail = "Watch";

    private readonly Dictionary<(int Owner, string? Team), Presence> _presences = [];
    private readonly List<WatchOccurrence> _happened = [];
    private HashSet<string> _told = new(StringComparer.Ordinal);
    private ThreadDocument? _stored;
    private Watch? _watch;

    /// <summary>Whether there are rules.</summary>
    public bool IsLive => _watch is { Rules.Count: > 0 };

    /// <summary>Begins with what is stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _stored = await services.Store.FindAsync(Kind, thread, cancellationToken);
        _watch = Read(_stored);
    }

    public async Task<WatchAnswer> ChangeAsync(WatchChange change, CancellationToken cancellationToken)
    {
        var place = Place.Read(change.Place);
        var (result, changed) = Apply(_watch ?? new Watch(place), change, place);
        if (result is WatchResult.Added or WatchResult.QuietSet or WatchResult.Ended)
        {
            await StoreAsync(changed, cancellationToken);
            var entry = new AuditEntry
            {
                Act = AuditAct.List,
                Stage = AuditStage.Changed,
                Actor = change.By.ActorAt(place.Conversation),
                Detail = AuditDetail,
                Outcome = result.ToString(),
                WorkNo = change.WorkNo,
            };
            await services.Audit.WriteAsync(entry, cancellationToken);
        }

        return new WatchAnswer(result, changed.Write());
    }

    /// <summary>The gateway told an owner that an agent signed in or out. Who signs out is told at once; who signs in is found in the list of agents.</summary>
    public async Task NoticeAsync(int ownerAgentId, int workNo, bool signedIn, CancellationToken cancellationToken)
    {
        if (_watch is not { } watch)
        {
            return;
        }

        var now = services.Time.GetUtcNow();
        foreach (var (key, presence) in _presences.Where(entry => !signedIn && entry.Key.Owner == ownerAgentId).ToList())
        {
            if (presence.Leave(workNo, now) is { } agent)
            {
                Happened(watch, key, [], [agent], presence.IsTeam, now);
            }
        }

        await TickAsync(cancellationToken);
    }

    /// <summary>Compares the rules with the agents and posts what has come to hold.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_watch is not { Rules.Count: > 0 })
        {
            return;
        }

        try
        {
            await CompareAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever went wrong this time, the rules are looked at again with the next tick.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.WatchFailed(services.Logger, exception.GetType().Name);
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        List<WatchOccurrence> found = [];
        List<int> asleep = [];
        foreach (var group in _watch!.Rules.GroupBy(rule => (rule.Owner, rule.Team)).ToList())
        {
            var roster = await ReadAsync(group.Key.Owner, group.Key.Team, cancellationToken);
            if (roster is null)
            {
                asleep.Add(group.Key.Owner.AgentId);
            }
            else if (roster.Problem is null)
            {
                found.AddRange(group.SelectMany(rule => WatchFinder.Find(rule, roster)));
                Compare(_watch, (group.Key.Owner.AgentId, group.Key.Team), roster, now);
            }
        }

        await SayAsleepAsync(asleep, cancellationToken);
        await TellAsync(found, now, cancellationToken);
    }

    /// <summary>Who came and went since the reading before, where a rule wants to know.</summary>
    private void Compare(Watch watch, (int Owner, string? Team) key, RosterView roster, DateTimeOffset now)
    {
        if (!watch.Rules.Any(rule => rule.IsOfPresence && IsOf(rule, key)))
        {
            _presences.Remove(key);
            return;
        }

        if (!_presences.TryGetValue(key, out var presence))
        {
            _presences[key] = presence = new Presence();
        }

        var (came, went) = presence.Take(roster);
        Happened(watch, key, came, went, roster.Team is not null, now);
    }

    private void Happened(
        Watch watch, (int Owner, string? Team) key, IReadOnlyList<AgentView> came, IReadOnlyList<AgentView> went, bool isTeam, DateTimeOffset at)
    {
        foreach (var rule in watch.Rules.Where(rule => rule.IsOfPresence && IsOf(rule, key)))
        {
            var agents = rule.Kind == WatchKind.SignIn ? came : went;
            _happened.AddRange(agents.Where(agent => rule.IsAbout(agent, isTeam)).Select(agent => WatchFinder.Presence(rule, agent, at)));
        }
    }

    private static bool IsOf(WatchRule rule, (int Owner, string? Team) key) => rule.Owner.AgentId == key.Owner && rule.Team == key.Team;

    /// <summary>Posts what has not been told yet, not too much at a time. In quiet hours nothing is; what still holds after them is told then.</summary>
    private async Task TellAsync(List<WatchOccurrence> found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_watch!.Quiet?.Hold(now) == true)
        {
            _happened.Clear();
            return;
        }

        _told = [.. _told.Intersect(found.Select(occurrence => occurrence.Names[0]))];
        var due = _happened.Concat(found.Where(occurrence => !_told.Contains(occurrence.Names[0])).OrderByDescending(occurrence => occurrence.Lasted));
        var left = services.Options.AlertsAtATime;
        foreach (var occurrence in due.ToList())
        {
            if (left == 0)
            {
                break;
            }

            if (await TellAsync(occurrence, now, cancellationToken))
            {
                left--;
            }

            _happened.Remove(occurrence);
            _told.Add(occurrence.Names[0]);
        }
    }

    private async Task<bool> TellAsync(WatchOccurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var spoken = Language.Of(occurrence.Rule.Language).Speak();
        var card = WatchCards.Alert(occurrence, _watch!.Place.Clock, now);
        var message = OutgoingEntries.Post(_watch.Place.Conversation, services.Cards.Message(card));
        if (!await services.Store.TellOnceAsync(occurrence.Names, message, cancellationToken))
        {
            return false;
        }

        services.Waker.Wake([message.Thread]);
        return true;
    }

    /// <summary>The agents as an owner sees them; null where they may not, or are not signed in.</summary>
    private async Task<RosterView?> ReadAsync(Asker owner, string? team, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(services.Options.ReadingLimit, services.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var profile = await services.Directory.FindAsync(owner.EntraObjectId, both.Token);
        if (profile is null || profile.Inspector.AgentId != owner.AgentId || !profile.May(Permission.List))
        {
            return null;
        }

        var roster = await services.Desk.GetLiveRosterAsync(owner.ToInspector(), team, both.Token);
        return roster.Refusal is null ? roster : null;
    }

    /// <summary>Says once that the rules of somebody sleep; that they are awake again shows in the list.</summary>
    private async Task SayAsleepAsync(List<int> asleep, CancellationToken cancellationToken)
    {
        int[] now = [.. asleep.Distinct().Order()];
        if (now.SequenceEqual(_watch!.Asleep))
        {
            return;
        }

        var fresh = now.Except(_watch.Asleep).ToList();
        await StoreAsync(_watch with { Asleep = now }, cancellationToken);
        foreach (var owner in _watch.Rules.Where(rule => fresh.Contains(rule.Owner.AgentId)).DistinctBy(rule => rule.Owner.AgentId))
        {
            _presences.Keys.Where(key => key.Owner == owner.Owner.AgentId).ToList().ForEach(key => _presences.Remove(key));
            using var spoken = Language.Of(owner.Language).Speak();
            await services.Postbox.AddAsync(
                [OutgoingEntries.Post(_watch.Place.Conversation, Activity.Message(WatchTexts.FellAsleep(WatchCards.Person(owner.Owner))))], cancellationToken);
        }
    }

    private (WatchResult Result, Watch Watch) Apply(Watch watch, WatchChange change, Place place)
    {
        if (change.Kind is { } kind)
        {
            if (watch.Rules.Count >= services.Options.RulesMaximum)
            {
                return (WatchResult.TooMany, watch);
            }

            var rule = new WatchRule(watch.LastNumber + 1, kind, change.By, change.Language)
            {
                State = change.State,
                Longer = change.Longer,
                WorkNo = change.WorkNo,
                Team = change.Team,
            };
            return (WatchResult.Added, watch with { Place = place, Rules = [.. watch.Rules, rule], LastNumber = rule.Number });
        }

        if (change.SetsQuiet)
        {
            return (WatchResult.QuietSet, watch with { Place = place, Quiet = change.Quiet });
        }

        if (change is { AllOff: false, Off: null })
        {
            return (WatchResult.Shown, watch);
        }

        List<WatchRule> left = [.. watch.Rules.Where(rule => !change.AllOff && rule.Number != change.Off)];
        return left.Count == watch.Rules.Count ? (WatchResult.NoSuchRule, watch) : (WatchResult.Ended, watch with { Rules = left });
    }

    /// <exception cref="InvalidOperationException">Somebody else looks after the chat by now; this one begins anew with what they stored.</exception>
    private async Task StoreAsync(Watch watch, CancellationToken cancellationToken)
    {
        var document = new ThreadDocument(Kind, thread, (_stored?.Version ?? 0) + 1, watch.Write(), watch.Rules.Count > 0);
        if (!await services.Store.PutAsync(document, cancellationToken))
        {
            await LoadAsync(cancellationToken);
            throw new InvalidOperationException("The watch was stored by somebody else.");
        }

        (_stored, _watch) = (document, watch);
    }

    private Watch? Read(ThreadDocument? stored)
    {
        try
        {
            return stored is null ? null : Watch.Read(stored.Document);
        }
        catch (JsonException)
        {
            Log.WatchFailed(services.Logger, nameof(JsonException));
            return null;
        }
    }
}
