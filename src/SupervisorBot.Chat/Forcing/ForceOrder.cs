using System.Globalization;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Supervision.Forcing;

namespace SupervisorBot.Chat.Forcing;

/// <summary>What was typed after /force.</summary>
/// <param name="State">The state.</param>
/// <param name="WorkNo">The agent's work number.</param>
/// <param name="Minutes">For a rest, how many minutes; null where none was typed.</param>
/// <param name="Reason">The rest of the line.</param>
internal sealed record ForceOrder(ForcedState State, int WorkNo, int? Minutes, string Reason)
{
    /// <summary>The most minutes that a rest can be given here, well within the gateway's limit (CEC API reference cec_07_2411).</summary>
    public const int MostMinutes = 23 * 60;

    /// <summary>Reads a line whose state and work number are what they have to be.</summary>
    public static ForceOrder? Read(CommandLine line)
    {
        if (line.Arguments is not [var word, var number, ..] || StateOf(word) is not { } state || !WorkNumber.TryRead(number, out var workNo))
        {
            return null;
        }

        var more = line.Arguments.Skip(2).ToList();
        int? minutes = state == ForcedState.Rest && more is [var first, ..] && TryReadMinutes(first, out var typed) ? typed : null;
        return new ForceOrder(state, workNo, minutes, string.Join(' ', minutes is null ? more : more.Skip(1)));
    }

    public static bool TryReadMinutes(string text, out int minutes) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) && minutes is >= 1 and <= MostMinutes;

    public static ForcedState? StateOf(string word) => word.ToUpperInvariant() switch
    {
        "IDLE" => ForcedState.Idle,
        "BUSY" => ForcedState.Busy,
        "REST" => ForcedState.Rest,
        "SIGNOUT" => ForcedState.SignedOut,
        _ => null,
    };
}
