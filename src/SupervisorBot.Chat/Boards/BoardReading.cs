using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;

namespace SupervisorBot.Chat.Boards;

/// <summary>What a board was last told.</summary>
/// <param name="Roster">The agents, in the states that are shown.</param>
/// <param name="OpenerMay">What whoever opened the board may do.</param>
internal sealed record BoardReading(RosterView Roster, PermissionSet OpenerMay);
