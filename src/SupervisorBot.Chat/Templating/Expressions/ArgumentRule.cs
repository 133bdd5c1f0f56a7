using System.Globalization;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>
/// How many arguments a function takes and of which kinds, checked when the template is loaded. The last kind stands
/// for all further arguments.
/// </summary>
internal sealed record ArgumentRule(int Minimum, int Maximum, params ReturnKinds[] Kinds)
{
    public const int Many = int.MaxValue;

    public void Check(FunctionCall call)
    {
        var count = call.Arguments.Length;
        if (count < Minimum || count > Maximum)
        {
            var wanted = Maximum == Many ? $"at least {Minimum}" : Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}";
            throw new ExpressionException(string.Create(CultureInfo.InvariantCulture, $"{call} should have {wanted} arguments, not {count}"));
        }

        for (var i = 0; i < count && Kinds.Length > 0; i++)
        {
            var wanted = Kinds[Math.Min(i, Kinds.Length - 1)];
            var found = call.Arguments[i].Returns;
            if (((wanted | found) & ReturnKinds.Any) == 0 && (wanted & found) == 0)
            {
                throw new ExpressionException($"{call.Arguments[i]} in {call} should be of the kind {wanted}");
            }
        }
    }
}
