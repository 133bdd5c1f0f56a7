using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/hold</summary>
internal sealed class HoldCommand(TalkRequests requests, CommandAnswers answers) : MoveCommand(CommandTable.Hold, TalkMove.Hold, requests, answers);
