using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/unmute</summary>
internal sealed class UnmuteCommand(TalkRequests requests, CommandAnswers answers) : MoveCommand(CommandTable.Unmute, TalkMove.Unmute, requests, answers);
