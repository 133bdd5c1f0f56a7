using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History;

/// <summary>Whose acts somebody wants to see, and how far back.</summary>
/// <param name="Who">Whose.</param>
/// <param name="WorkNo">The agent, where the acts on one are asked for.</param>
/// <param name="Span">How far back.</param>
internal sealed record HistoryRequest(HistoryWho Who, int? WorkNo, HistorySpan Span)
{
    private const string Me = "me";
    private const string Everyone = "all";
    private const string Today = "today";
    private const string SevenDays = "7d";

    // Nodes' clocks may differ by so much: what another node wrote a moment ago is of today.
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(1);

    /// <summary>One's own acts of today.</summary>
    public static HistoryRequest Default { get; } = new(HistoryWho.Me, null, HistorySpan.Today);

    /// <summary>Reads what follows the command, in whatever order; of two words for the same the later counts.</summary>
    /// <param name="words">The words.</param>
    /// <param name="request">What they say.</param>
    /// <returns>The first word that is not understood; null where all are.</returns>
    public static string? Read(IReadOnlyList<string> words, out HistoryRequest request)
    {
        request = Default;
        foreach (var word in words)
        {
            if (request.With(word) is not { } read)
            {
                return word;
            }

            request = read;
        }

        return null;
    }

    /// <summary>What a button asks for.</summary>
    public static HistoryRequest Of(PressData data)
    {
        var span = Enum.TryParse<HistorySpan>(data.Span, out var told) && Enum.IsDefined(told) ? told : HistorySpan.Today;
        var who = Enum.TryParse<HistoryWho>(data.Who, out var whose) && Enum.IsDefined(whose) ? whose : HistoryWho.Me;
        return who switch
        {
            HistoryWho.Agent when data.WorkNo is { } agent => new HistoryRequest(who, agent, span),
            HistoryWho.Everyone => new HistoryRequest(who, null, span),
            _ => new HistoryRequest(HistoryWho.Me, null, span),
        };
    }

    /// <summary>The same as a question, by the asker's clock.</summary>
    public HistoryQuery ToQuery(DateTimeOffset now, ViewerClock clock)
    {
        var midnight = new DateTimeOffset(clock.Local(now).Date, clock.Local(now).Offset);
        return new HistoryQuery(Who, WorkNo, Span == HistorySpan.Today ? midnight : midnight.AddDays(-6), now + s_grace);
    }

    private HistoryRequest? With(string word) => word.ToLowerInvariant() switch
    {
        Me => this with { Who = HistoryWho.Me, WorkNo = null },
        Everyone => this with { Who = HistoryWho.Everyone, WorkNo = null },
        Today => this with { Span = HistorySpan.Today },
        SevenDays => this with { Span = HistorySpan.SevenDays },
        var text when WorkNumber.TryRead(text, out var agent) => this with { Who = HistoryWho.Agent, WorkNo = agent },
        _ => null,
    };
}
